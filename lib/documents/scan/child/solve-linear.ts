/** Gauss with pivots on rows of n + 1 numbers, the last the right-hand side; null where they do not determine an answer. */
export function solveLinear(rows: Float64Array[]): number[] | null {
  const size = rows.length;
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let step = 0; step < size; step++) {
    let pivot = step;
    for (let row = step + 1; row < size; row++) if (Math.abs(cell(row, step)) > Math.abs(cell(pivot, step))) pivot = row;
    if (Math.abs(cell(pivot, step)) < 1e-12) return null;
    [rows[step], rows[pivot]] = [rows[pivot] as Float64Array, rows[step] as Float64Array];
    for (let row = step + 1; row < size; row++) {
      const factor = cell(row, step) / cell(step, step);
      const target = rows[row];
      for (let column = step; target && column <= size; column++) target[column] = cell(row, column) - factor * cell(step, column);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let rest = cell(row, size);
    for (let column = row + 1; column < size; column++) rest -= cell(row, column) * (solution[column] ?? 0);
    solution[row] = rest / cell(row, row);
  }
  return solution;
}

/** Adds what one equation says to the normal equations of a least-squares fit. */
export function addEquation(rows: readonly Float64Array[], equation: readonly number[], weight: number): void {
  rows.forEach((row, at) => {
    const factor = weight * (equation[at] ?? 0);
    if (factor === 0) return;
    for (let column = 0; column < equation.length; column++) row[column] = (row[column] ?? 0) + factor * (equation[column] ?? 0);
  });
}
