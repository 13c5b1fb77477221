/** Page numbers in what staff typed as a place: 第 3 页, 3、7, 第3-5页. Numbers beyond the form are none of its pages. */
export function namedPages(place: string, pageCount: number): number[] {
  const text = place.normalize('NFKC');
  if (!/页/.test(text) && !/^[\d\s、,;和及至到~-]+$/.test(text)) return [];
  const pages = [...text.matchAll(/(\d+)(?:\s*页?\s*(?:-|~|至|到|—|–)\s*(?:第\s*)?(\d+))?/g)].flatMap(([, from, to]) =>
    rangeOf(Number(from), Number(to ?? from)),
  );
  return [...new Set(pages)].filter((page) => page >= 1 && page <= pageCount).sort((one, other) => one - other);
}

function rangeOf(from: number, to: number): number[] {
  if (to < from || to - from > 100) return [from, to];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
