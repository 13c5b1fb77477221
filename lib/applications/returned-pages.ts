/** The stamped form as staff have it before them. */
export interface StampedPages {
  total: number;
  /** Pages that are signed and sealed. */
  signed: readonly number[];
  /** Pages that no code proves; people recognised the sheets, and nothing tells which sheet is which of them. */
  unread: readonly number[];
}

/** The pages that have to come again: those ticked; for a reason without any, those signed and sealed. */
export function pagesSentBack(reasons: readonly { pages: readonly number[] }[], stamped: StampedPages): number[] {
  const named = reasons.flatMap(({ pages }) => (pages.length > 0 ? pages : stamped.signed));
  const isUnclear = named.some((page) => stamped.unread.includes(page));
  return [...new Set([...named, ...(isUnclear ? stamped.unread : [])])].sort((one, other) => one - other);
}

/** What the return costs, before it is sent. */
export function returnSentence(pages: readonly number[], total: number): string {
  if (pages.length === total) return `将退回全部 ${total} 页。`;
  return `将退回第 ${pages.join('、')} 页，其余 ${total - pages.length} 页有效。`;
}
