import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/enqueue';
import { systemActor as actor } from '@/lib/kernel/actor';
import { beijingDay } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';
import { log } from '@/lib/log';
import { issueDay } from '../issue-date';
import { type LoadedInvoice, lockInvoice } from '../lock-invoice';
import { judgeInvoice } from '../policy';
import { recordFailed, recordIssued } from '../record-outcome';
import { recordReversed, refuseReversal } from '../reverse-invoice';
import type { TaxOutcome } from './tax-platform';
import type { WaitingInvoice } from './waiting-invoices';

/** `over`: somebody else has recorded it, or it is no longer the question that was asked. */
export type Entered = 'issued' | 'failed' | 'reversed' | 'refused' | 'waiting' | 'contradicts' | 'over';

interface Told {
  /** As it was when the platform was asked. */
  asked: WaitingInvoice;
  outcome: TaxOutcome;
  now: Date;
}

interface Entry {
  tx: Transaction;
  invoice: LoadedInvoice;
  outcome: Extract<TaxOutcome, { state: 'issued' | 'failed' }>;
  now: Date;
}

/** What the platform says of a blue invoice, recorded once, however many ask. */
export const enterIssue = (told: Told): Promise<Entered> =>
  entered(told, async ({ tx, invoice, outcome, now }) => {
    const isTheSame = invoice.batchId === told.asked.batchId;
    if (!isTheSame || judgeInvoice(actor, 'record_issued', invoice).answer !== 'yes') return isTheSame ? known(invoice.number, outcome) : 'over';
    if (outcome.state === 'failed') {
      await recordFailed({ tx, actor, invoice, because: outcome.because, now });
      return 'failed';
    }
    const { number, issuedAt } = outcome;
    const issuedOn = toldDay(invoice, issuedAt, now);
    if (!(await recordIssued({ tx, actor, invoice, number, issuedOn, toldAt: issuedAt, now }))) return 'contradicts';
    await enqueue(tx, 'invoices.fetch-files', { invoiceId: invoice.id, side: 'BLUE' }, { now });
    return 'issued';
  });

/** The same of a red one, for the request that is still the invoice's. */
export const enterReversal = (told: Told): Promise<Entered> =>
  entered(told, async ({ tx, invoice, outcome, now }) => {
    const isTheSame = invoice.redRequestId === told.asked.redRequestId;
    if (!isTheSame || judgeInvoice(actor, 'record_reversed', invoice).answer !== 'yes') return isTheSame ? known(invoice.redNumber, outcome) : 'over';
    const step = { tx, actor, subject: invoice, now };
    if (outcome.state === 'failed') {
      await refuseReversal({ ...step, input: { because: outcome.because } });
      return 'refused';
    }
    await recordReversed({ ...step, input: { redNumber: outcome.number, toldAt: outcome.issuedAt } });
    await enqueue(tx, 'invoices.fetch-files', { invoiceId: invoice.id, side: 'RED' }, { now });
    return 'reversed';
  });

async function entered({ asked, outcome, now }: Told, enter: (entry: Entry) => Promise<Entered>): Promise<Entered> {
  if (outcome.state === 'pending' || outcome.state === 'unknown') return 'waiting';
  const result = await inTransaction(async (tx) => enter({ tx, invoice: await lockInvoice(tx, asked.id), outcome, now })).catch(usedElsewhere);
  // Nothing is overwritten: a person has to see what the platform has done.
  if (result === 'contradicts') log().error({ serial: asked.serial, outcome }, 'the tax platform contradicts what is recorded');
  return result;
}

/** The platform's clock is not ours: what it cannot have been is today. */
function toldDay({ serial, batch }: LoadedInvoice, issuedAt: Date, now: Date): string {
  const day = issueDay([beijingDay(issuedAt)], { earliest: batch?.madeAt ?? now, now });
  if (!day) log().warn({ serial, issuedAt }, 'the tax platform tells of an impossible date');
  return day ?? beijingDay(now);
}

const known = (number: string | null, outcome: Entry['outcome']): Entered =>
  outcome.state === 'issued' && number !== null && number !== outcome.number ? 'contradicts' : 'over';

function usedElsewhere(error: unknown): Entered {
  if (error instanceof DomainError && error.code === 'NUMBER_USED') return 'contradicts';
  throw error;
}
