import { describe, expect, it } from 'vitest';
import { pageNumbers } from './page-numbers';

describe('pageNumbers', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [5, 9, [1, 'gap', 4, 5, 6, 'gap', 9]],
    [3, 9, [1, 2, 3, 4, 'gap', 9]],
    [9, 9, [1, 'gap', 8, 9]],
  ])('page %s of %s', (page, pageCount, shown) => expect(pageNumbers({ page, pageCount })).toEqual(shown));
});
