import type { Values } from './field';

/** Blank and missing are the same. */
export function sameAnswers(one: Values, other: Values): boolean {
  return differingAnswers(one, other).length === 0;
}

export function differingAnswers(one: Values, other: Values): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => (one[name] ?? '').trim() !== (other[name] ?? '').trim());
}
