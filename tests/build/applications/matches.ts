type Filter = Record<string, unknown>;

/** What PostgreSQL would answer to a filter of plain equality and `not`. */
export function matches(filter: Filter, row: object): boolean {
  return Object.entries(filter).every(([name, wanted]) => {
    const actual = (row as Filter)[name];
    if (typeof wanted !== 'object' || wanted === null) return actual === wanted;
    if ('not' in wanted) return wanted.not === undefined || actual !== wanted.not;
    return typeof actual === 'object' && actual !== null && matches(wanted as Filter, actual);
  });
}
