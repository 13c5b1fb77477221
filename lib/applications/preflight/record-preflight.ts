import type { Transaction } from '@/lib/db/transaction';
import { type CheckCode, checks, codesOf, type PreflightMoment } from './checks';

export type PreflightOutcome = 'passed' | 'warned' | 'not_run';

export interface PreflightResult {
  code: CheckCode;
  outcome: PreflightOutcome;
  /** What it found, or why it did not run: one or more sentences; empty when there is nothing to say. */
  because: string;
}

interface PreflightToRecord {
  applicationId: string;
  moment: PreflightMoment;
  /** Of the checks of this moment; one that is left out did not run. */
  results: readonly PreflightResult[];
  now: Date;
}

/** Keeps what every check of this moment said, beside the version of the form that is being handed in. */
export async function recordPreflight(
  tx: Transaction,
  { applicationId, moment, results, now }: PreflightToRecord,
): Promise<void> {
  const stray = results.find(({ code }) => checks[code].moment !== moment);
  if (stray) throw new Error(`${stray.code} is no check of ${moment}`);
  const { formVersion } = await tx.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: { formVersion: true },
  });
  await tx.preflightResult.createMany({
    data: codesOf(moment).map((code) => {
      const { outcome, because } = results.find((result) => result.code === code) ?? notRun;
      return { applicationId, formVersion, moment, code, outcome, because, at: now };
    }),
  });
}

const notRun = { outcome: 'not_run', because: '' } as const;

/** What each check said last of this version; one that is not in here did not run. */
export async function preflightOutcomes(
  tx: Transaction,
  { applicationId, formVersion }: { applicationId: string; formVersion: number },
): Promise<Map<string, PreflightOutcome>> {
  const results = await tx.preflightResult.findMany({
    where: { applicationId, formVersion },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { code: true, outcome: true },
  });
  return new Map(results.map(({ code, outcome }) => [code, outcome]));
}
