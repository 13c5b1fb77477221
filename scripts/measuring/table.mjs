/** Rows of text in columns; numbers stand right. */
export function table(header, rows) {
  const cells = [header, ...rows.map((row) => row.map(shown))];
  const widths = header.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const isNumeric = header.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  const line = (row) =>
    row
      .map((cell, column) => (isNumeric[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
      .join('  ');
  return cells.map((row) => line(row).trimEnd()).join('\n');
}

function shown(value) {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'number') return String(value);
  return Number.isInteger(value)
    ? String(value)
    : value.toPrecision(4).replace(/^(\d+)\.\d+e\+\d+$/, () => String(Math.round(value)));
}
