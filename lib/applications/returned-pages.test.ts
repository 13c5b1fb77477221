import { describe, expect, it } from 'vitest';
import { pagesSentBack, returnSentence, type StampedPages } from './returned-pages';

const stamped: StampedPages = { total: 10, signed: [9, 10], unread: [] };

describe('the pages of a returned stamp', () => {
  it('are those ticked for any of the reasons, each once and in order', () => {
    expect(pagesSentBack([{ pages: [7, 3] }, { pages: [3] }], stamped)).toEqual([3, 7]);
  });

  it('are those signed and sealed where a reason names none, beside what another names', () => {
    expect(pagesSentBack([{ pages: [] }, { pages: [3] }], stamped)).toEqual([3, 9, 10]);
  });

  it('take all unread ones along when one of them is named, for nobody knows which sheet it is', () => {
    expect(pagesSentBack([{ pages: [2] }], { ...stamped, unread: [2, 5] })).toEqual([2, 5]);
    expect(pagesSentBack([{ pages: [3] }], { ...stamped, unread: [2, 5] })).toEqual([3]);
  });

  it('are said before the return is sent, with what stays valid', () => {
    expect(returnSentence([3], 10)).toBe('将退回第 3 页，其余 9 页有效。');
    expect(returnSentence([1, 2], 2)).toBe('将退回全部 2 页。');
  });
});
