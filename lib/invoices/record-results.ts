import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { type LoadedInvoice, lockInvoice } from './lock-invoice';
import { parseResults, type Result } from './parse-results';
import { isAtPlatform, judgeInvoice } from './policy';
import { recordFailed, recordIssued } from './record-outcome';

export type LineOutcome = 'issued' | 'failed' | 'known' | 'unknown' | 'contradicts' | 'unread' | 'at_platform';

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
  if (isAtPlatform(invoice) && invoice.payeeId === actor.associationId) return 'at_platform';
  const judgement = judgeInvoice(actor, move, invoice);
  if (judgement.answer === 'not_yours') return 'unknown';
  if (judgement.answer === 'not_yet') return outcomeAgain(invoice, result);
  if (result.outcome === 'issued') return (await recordIssued({ tx, actor, invoice, number: result.number, now })) ? 'issued' : 'contradicts';
  await recordFailed({ tx, actor, invoice, because: result.because, now });
  return 'failed';
}

function outcomeAgain({ number, status, failure }: LoadedInvoice, result: Result): LineOutcome {
  if (result.outcome === 'issued') return number === result.number ? 'known' : 'contradicts';
  return status === 'FAILED' && failure === result.because ? 'known' : 'contradicts';
}
