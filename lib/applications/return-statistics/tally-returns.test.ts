import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodedReason } from '../decision-reasons';
import { sumOf, tallyReturns } from './tally-returns';

const given = (code: string, checkOutcome: CodedReason['checkOutcome'], check: string | null = 'photo.fit'): CodedReason => ({
  ...{ code, label: `原因 ${code}`, advice: '', group: 'OTHER', place: '', pages: [], note: '' },
  ...{ check, checkOutcome },
});

describe('returns by reason', () => {
  it('say of how many the check could have seen it: those that it had pointed out, and those that it had let pass', () => {
    const [tally] = tallyReturns([given('A', 'warned'), given('A', 'passed'), given('A', 'not_run'), given('A', null, null)]);
    expect(tally).toMatchObject({ times: 4, warned: 1, passed: 1, notRun: 1, onlyPeople: 1, couldSee: 2, share: 0.5 });
  });

  it('begin with the commonest', () => {
    expect(tallyReturns([given('A', 'passed'), given('B', 'passed'), given('B', 'passed')]).map(({ code }) => code)).toEqual(['B', 'A']);
  });

  it('are nothing where nobody was returned', () => {
    expect(tallyReturns([])).toEqual([]);
    expect(sumOf([])).toMatchObject({ times: 0, share: 0 });
  });

  it('always add up', () => {
    const outcome = fc.constantFrom('passed', 'warned', 'not_run', null);
    const reason = fc.tuple(fc.constantFrom('A', 'B', 'C'), outcome).map(([code, said]) => given(code, said, said && 'photo.fit'));
    fc.assert(
      fc.property(fc.array(reason), (reasons) => {
        const tallies = tallyReturns(reasons);
        for (const { times, warned, passed, notRun, onlyPeople } of tallies) {
          expect(warned + passed + notRun + onlyPeople).toBe(times);
        }
        expect(sumOf(tallies).times).toBe(reasons.length);
      }),
    );
  });
});
