import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { type LoadedInvoice, lockInvoice } from './lock-invoice';
import { moveInvoice } from './move-invoice';
import { parseResults, type Result } from './parse-results';
import { judgeInvoice } from './policy';
import { tellFailed, tellIssued } from './tell-payer';

export type LineOutcome = 'issued' | 'failed' | 'known' | 'unknown' | 'contradicts' | 'unread';

export interface RecordedLine {
  line: number;
  serial: string;
  outcome: LineOutcome;
}

/** What the tax client did, line by line. Told twice it is recorded once; nothing that is recorded is overwritten. */
export async function recordResults({ tx, actor, input, now }: Step<Transaction, { payeeId: string }, { lines: string }>): Promise<RecordedLine[]> {
  const { results, unread } = parseResults(input.lines);
  if (results.length === 0) {
    throw new DomainError('NOTHING_READ', '没有看到流水号。请从税务客户端的结果表中连同流水号和发票号码一起复制。');
  }
  const recorded: RecordedLine[] = unread.map((line) => ({ line, serial: '', outcome: 'unread' }));
  for (const result of results) {
    recorded.push({ line: result.line, serial: result.serial, outcome: await recordLine(tx, actor, result, now) });
  }
  return recorded.sort((one, other) => one.line - other.line);
}

async function recordLine(tx: Transaction, actor: Actor, result: Result, now: Date): Promise<LineOutcome> {
  const found = await tx.invoice.findUnique({ where: { serial: result.serial }, select: { id: true } });
  if (!found) return 'unknown';
  const invoice = await lockInvoice(tx, found.id);
  const move = result.outcome === 'issued' ? 'record_issued' : 'record_failed';
  const judgement = judgeInvoice(actor, move, invoice);
  if (judgement.answer === 'not_yours') return 'unknown';
  if (judgement.answer === 'not_yet') return outcomeAgain(invoice, result);
  if (result.outcome === 'failed') return fail({ tx, actor, invoice, because: result.because, now });
  const taken = await tx.invoice.count({ where: { OR: [{ number: result.number }, { redNumber: result.number }] } });
  if (taken > 0) return 'contradicts';
  await moveInvoice({ tx, actor, invoice, move, set: { number: result.number, issuedAt: now, failure: '' }, note: result.number, now });
  await tellIssued({ tx, invoice, number: result.number, now });
  return 'issued';
}

function outcomeAgain({ number, status, failure }: LoadedInvoice, result: Result): LineOutcome {
  if (result.outcome === 'issued') return number === result.number ? 'known' : 'contradicts';
  return status === 'FAILED' && failure === result.because ? 'known' : 'contradicts';
}

interface Failing {
  tx: Transaction;
  actor: Actor;
  invoice: LoadedInvoice;
  because: string;
  now: Date;
}

async function fail({ tx, actor, invoice, because, now }: Failing): Promise<LineOutcome> {
  await moveInvoice({ tx, actor, invoice, move: 'record_failed', set: { failure: because }, note: because, now });
  await tellFailed({ tx, invoice, because, now });
  return 'failed';
}
