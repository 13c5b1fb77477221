type Random = () => number;

export function pick<Value>(values: readonly Value[], random: Random): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

export const between = (low: number, high: number, random: Random): number => low + (high - low) * random();

/** Roughly normal, mean 0, deviation 1. */
export const bell = (random: Random): number => (random() + random() + random() + random() - 2) * 1.732;
