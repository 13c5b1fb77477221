import { listed } from './assemble-form';

export interface Restamp {
  /** Pages that have to be signed and stamped again, as they will be numbered. */
  needed: readonly number[];
  total: number;
}

/** What a change costs, before it is made: 第 3、7 页需重新盖章，其余 8 页有效。 */
export function restampSentence({ needed, total }: Restamp): string {
  if (needed.length === 0) return `不需要重新盖章：${total} 页的盖章都仍然有效。`;
  if (needed.length === total) return `全部 ${total} 页都需重新盖章。`;
  return `第 ${listed(needed)} 页需重新盖章，其余 ${total - needed.length} 页有效。`;
}
