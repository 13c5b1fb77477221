import { describe, expect, it } from 'vitest';
import { awaited, type ChosenSheet, examiningOf, hintsOf } from './scan-hints';
import type { LiveSheet } from './stamped-scan';

const filedAt = new Date('2025-02-10T02:00:00Z');
const minutesOn = (minutes: number) => new Date(filedAt.getTime() + minutes * 60_000);

const chosen = (lamp: LiveSheet['lamp'], page = 1): ChosenSheet => ({
  page,
  sheet: {
    ...{ id: `s${page}`, fileId: 'f', fileName: 'scan.pdf', sheet: page, page, filing: 'FILED', formVersion: 1, digest: 'D' },
    ...{ filedAt, isVoided: false, namedBy: null, isNoOriginal: false, handedInWith: null, voidedBecause: null, lamp, findings: [] },
  },
});

describe('a sheet without a lamp', () => {
  it('is being examined however long it takes, and looked after ever more slowly', () => {
    const sheets = [chosen('GREEN', 1), chosen(null, 2)];
    expect(examiningOf(sheets, minutesOn(1))).toEqual({ pages: 1, pace: 'soon', seconds: 1.5 });
    expect(examiningOf(sheets, minutesOn(3))).toEqual({ pages: 1, pace: 'slow', seconds: 10 });
    expect(examiningOf(sheets, minutesOn(11))).toEqual({ pages: 1, pace: 'stuck', seconds: 30 });
    expect(examiningOf([chosen('GREEN')], minutesOn(11))).toBeNull();
  });

  it('is waited for two minutes, and then said to be unexamined to whoever hands it in', () => {
    expect(awaited([chosen(null)], minutesOn(1))).toHaveLength(1);
    expect(awaited([chosen(null)], minutesOn(3))).toHaveLength(0);
    expect(hintsOf([chosen(null)])).toEqual([{ page: 1, sentence: '这一页还在检查；现在提交，就由工作人员查看。' }]);
  });
});
