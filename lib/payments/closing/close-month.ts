import { createHash } from 'node:crypto';
import { recordEvent } from '@/lib/audit/record-event';
import type { MonthClosing } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import { endOfMonth, longMonth } from '@/lib/kernel/months';
import type { Step } from '@/lib/kernel/step';
import { lockBooks, openMonth } from '@/lib/ledger/month-books';
import { makeReport } from './make-report';
import type { CloseMonthInput, ClosingReport } from './schema';

type ClosingStep = Step<Transaction, { payeeId: string }, CloseMonthInput>;

/** Freezes the report of a month that is over; from then on nothing can be entered into it. */
export async function closeMonth(step: ClosingStep): Promise<MonthClosing> {
  const { tx, actor, subject, input, now } = step;
  const { payeeId } = subject;
  await lockBooks(tx, payeeId);
  await insistOnTurn(step);
  const statement = { inFen: input.statementIn, outFen: input.statementOut };
  const report = await makeReport(tx, { payeeId, month: input.month, statement });
  insistOnNote(report, input.note);
  const text = JSON.stringify(report);
  const digest = digestOf(text);
  const closing = await tx.monthClosing.create({
    data: {
      ...{ payeeId, month: input.month, endsAt: endOfMonth(input.month), report: text, digest, note: input.note },
      ...{ closedById: actor.personId ?? '', closedByName: actor.name, closedAt: now },
    },
  });
  await recordEvent(tx, {
    stream: 'system',
    name: 'month_closed',
    actor,
    at: now,
    note: `${report.payee.name} ${longMonth(input.month)}，${report.differences.length} 项差异`,
    data: { closingId: closing.id, payeeId, month: input.month, digest, differences: report.differences.length },
  });
  return closing;
}

/** Of a kept report the same as when it was closed, or somebody has changed it. */
export const digestOf = (report: string): string => createHash('sha256').update(report).digest('hex');

async function insistOnTurn({ tx, subject, input, now }: ClosingStep): Promise<void> {
  const next = await openMonth(tx, subject.payeeId);
  if (!next) throw new DomainError('NOTHING_TO_CLOSE', '账簿还没有记录，不需要结账。');
  if (input.month < next) throw new DomainError('CLOSED', `${longMonth(input.month)}已经结账，不能再结。`);
  if (input.month > next) throw new DomainError('NOT_NEXT', `请先结 ${longMonth(next)} 的账，按月份先后办理。`);
  if (now < endOfMonth(input.month)) {
    throw new DomainError('NOT_OVER', `${longMonth(input.month)}还没有结束，要等到下个月才能结账。`);
  }
}

function insistOnNote({ differences }: ClosingReport, note: string): void {
  if (differences.length === 0 || note !== '') return;
  const sentence = `有 ${differences.length} 项差异，请在结账说明中写明原因和处理办法。`;
  throw new DomainError('NOTE_MISSING', sentence, { note: [sentence] });
}
