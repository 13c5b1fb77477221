import type { CodedReason } from '../decision-reasons';

export interface ReasonTally {
  code: string;
  label: string;
  /** How often somebody was returned for it. */
  times: number;
  /** Of these: the check had pointed it out, had found nothing, had not run; or only a person can see it. */
  warned: number;
  passed: number;
  notRun: number;
  onlyPeople: number;
  /** Warned or passed: the check could have seen it. */
  couldSee: number;
  /** Of all times, from 0 to 1. */
  share: number;
}

/** How often each reason was given, the commonest first, and what its check had said before. */
export function tallyReturns(reasons: readonly CodedReason[]): ReasonTally[] {
  const tallies = new Map<string, ReasonTally>();
  for (const { code, label, check, checkOutcome } of reasons) {
    const tally = tallies.get(code) ?? nothing(code);
    const kind = check === null ? 'onlyPeople' : keys[checkOutcome ?? 'not_run'];
    tallies.set(code, shared({ ...tally, label, times: tally.times + 1, [kind]: tally[kind] + 1 }));
  }
  return [...tallies.values()].sort((one, other) => other.times - one.times || one.code.localeCompare(other.code));
}

/** All reasons as one. */
export function sumOf(tallies: readonly ReasonTally[]): ReasonTally {
  const sum = (key: 'times' | 'warned' | 'passed' | 'notRun' | 'onlyPeople') =>
    tallies.reduce((total, tally) => total + tally[key], 0);
  return shared({
    ...nothing('ALL'),
    label: '合计',
    times: sum('times'),
    warned: sum('warned'),
    passed: sum('passed'),
    notRun: sum('notRun'),
    onlyPeople: sum('onlyPeople'),
  });
}

const keys = { warned: 'warned', passed: 'passed', not_run: 'notRun' } as const;

const nothing = (code: string): ReasonTally => ({
  code,
  label: '',
  times: 0,
  warned: 0,
  passed: 0,
  notRun: 0,
  onlyPeople: 0,
  couldSee: 0,
  share: 0,
});

function shared(tally: ReasonTally): ReasonTally {
  const couldSee = tally.warned + tally.passed;
  return { ...tally, couldSee, share: tally.times === 0 ? 0 : couldSee / tally.times };
}
