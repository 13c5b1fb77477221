import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { issueDay } from './issue-date';
import { type LoadedInvoice, lockInvoice } from './lock-invoice';
import { parseResults, type Result } from './parse-results';
import { isAtPlatform, judgeInvoice } from './policy';
import { issuingMove, recordFailed, recordIssued } from './record-outcome';

export type LineOutcome =
  | 'issued'
  | 'failed'
  | 'known'
  | 'unknown'
  | 'contradicts'
  | 'unread'
  | 'at_platform'
  /** Neither a number nor a failure. */
  | 'numberless'
  /** Of an earlier taking: what was issued then may say something else. */
  | 'outdated'
  | 'date_unclear';

export interface RecordedLine {
  line: number;
  serial: string;
  outcome: LineOutcome;
}

/** What the tax client did, line by line. Told twice it is recorded once; nothing that is recorded is overwritten. */
export async function recordResults({ tx, actor, input, now }: Step<Transaction, { payeeId: string }, { lines: string }>): Promise<RecordedLine[]> {
  const { results, numberless, unread } = parseResults(input.lines);
  if (results.length + numberless.length === 0) {
    throw new DomainError('NOTHING_READ', '没有看到流水号。请从税务客户端的结果表中连同流水号和发票号码一起复制。');
  }
  const recorded: RecordedLine[] = [
    ...unread.map((line) => ({ line, serial: '', outcome: 'unread' as const })),
    ...numberless.map((one) => ({ ...one, outcome: 'numberless' as const })),
  ];
  for (const result of results) {
    recorded.push({ line: result.line, serial: result.serial, outcome: await recordLine(tx, actor, result, now) });
  }
  return recorded.sort((one, other) => one.line - other.line);
}

async function recordLine(tx: Transaction, actor: Actor, result: Result, now: Date): Promise<LineOutcome> {
  const taking = await tx.invoiceTaking.findUnique({ where: { serial: result.serial } });
  if (taking?.payeeId !== actor.associationId) return 'unknown';
  const isThere = taking && (await tx.invoice.count({ where: { id: taking.invoiceId } })) > 0;
  if (!isThere) return 'outdated';
  const invoice = await lockInvoice(tx, taking.invoiceId);
  const judgement = judgeInvoice(actor, result.outcome === 'issued' ? issuingMove(invoice) : 'record_failed', invoice);
  if (isAtPlatform(invoice)) return 'at_platform';
  if (judgement.answer === 'not_yours') return 'unknown';
  if (isKnown(invoice, result)) return 'known';
  if (invoice.takingSerial !== result.serial) return 'outdated';
  if (judgement.answer === 'not_yet') return 'contradicts';
  if (result.outcome === 'issued') return enterNumber({ tx, actor, invoice, result, earliest: taking.takenAt, now });
  await recordFailed({ tx, actor, invoice, because: result.because, now });
  return 'failed';
}

interface Entry {
  tx: Transaction;
  actor: Actor;
  invoice: LoadedInvoice;
  result: Extract<Result, { outcome: 'issued' }>;
  earliest: Date;
  now: Date;
}

async function enterNumber({ tx, actor, invoice, result: { number, dates }, earliest, now }: Entry): Promise<LineOutcome> {
  const issuedOn = issueDay(dates, { earliest, now });
  if (!issuedOn) return 'date_unclear';
  return (await recordIssued({ tx, actor, invoice, number, issuedOn, now })) ? 'issued' : 'contradicts';
}

const isKnown = ({ number, status, failure }: LoadedInvoice, result: Result): boolean =>
  result.outcome === 'issued' ? number === result.number : status === 'FAILED' && failure === result.because;
