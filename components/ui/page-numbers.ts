/** First, last and the neighbours of the current page; a gap of more than one page is `gap`. */
export function pageNumbers({ page, pageCount }: { page: number; pageCount: number }): (number | 'gap')[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pageCount])]
    .filter((number) => number >= 1 && number <= pageCount)
    .sort((a, b) => a - b);
  return shown.flatMap((number, index): (number | 'gap')[] => {
    const missed = number - (shown[index - 1] ?? number) - 1;
    if (missed <= 0) return [number];
    return missed === 1 ? [number - 1, number] : ['gap', number];
  });
}
