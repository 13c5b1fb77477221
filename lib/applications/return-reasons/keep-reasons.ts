import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { checkTitle } from '../preflight/checks';
import { reasonGroupNames } from './labels';
import type { LockedReason } from './lock-reason';
import type { AddReason, AmendReason, ReasonChange } from './schema';

type Values = Pick<LockedReason, 'label' | 'advice' | 'group' | 'check' | 'position' | 'isActive'>;

export async function addReason({
  tx,
  actor,
  subject: { associationId },
  input,
  now,
}: Step<Transaction, { associationId: string | null }, AddReason>): Promise<{ code: string }> {
  const { because, ...rest } = input;
  const values: Values = { ...rest, isActive: true };
  const code = await nextCode(tx, associationId);
  await tx.returnReason.create({ data: { ...values, code, associationId } });
  const changes = changesBetween(null, values);
  await writeRevision({ tx, actor, now, name: 'return_reason_added', code, revision: 1, because, changes });
  return { code };
}

/** Changes words, place and check. Decisions keep the words in which they were given. */
export async function amendReason({
  tx,
  actor,
  subject,
  input,
  now,
}: Step<Transaction, LockedReason, AmendReason>): Promise<void> {
  const { because, code, revision, ...values } = input;
  if (revision !== subject.revision) {
    throw new DomainError('CHANGED_MEANWHILE', '其他人刚刚修改了这条原因，请刷新页面，核对后再保存。');
  }
  const changes = changesBetween(subject, values);
  if (changes.length === 0) throw new DomainError('NOTHING_CHANGED', '没有任何改动，无需保存。');
  const next = revision + 1;
  await tx.returnReason.update({ where: { code }, data: { ...values, revision: next } });
  await writeRevision({ tx, actor, now, name: 'return_reason_amended', code, revision: next, because, changes });
}

async function nextCode(tx: Transaction, associationId: string | null): Promise<string> {
  const start = `${(associationId ?? 'common').toUpperCase()}_`;
  const known = await tx.returnReason.findMany({ where: { code: { startsWith: start } }, select: { code: true } });
  const numbers = known.map(({ code }) => Number(code.slice(start.length))).filter(Number.isInteger);
  return `${start}${Math.max(0, ...numbers) + 1}`;
}

interface Revision {
  tx: Transaction;
  actor: Actor;
  now: Date;
  name: 'return_reason_added' | 'return_reason_amended';
  code: string;
  revision: number;
  because: string;
  changes: ReasonChange[];
}

async function writeRevision({ tx, actor, now, name, code, revision, because, changes }: Revision): Promise<void> {
  await tx.returnReasonRevision.create({
    data: { reasonCode: code, revision, at: now, byId: actor.personId, byName: actor.name, because, changes },
  });
  await recordEvent(tx, { stream: 'system', name, actor, at: now, note: because, data: { code, revision, changes } });
}

/** For each value its label, and how it is worded in the history. */
const told: { [Name in keyof Values]: { label: string; words: (value: Values[Name]) => string } } = {
  label: { label: '原因', words: String },
  advice: { label: '修改办法', words: String },
  group: { label: '类别', words: (group) => reasonGroupNames[group] ?? group },
  check: { label: '由哪项检查发现', words: checkTitle },
  position: { label: '顺序', words: String },
  isActive: { label: '状态', words: (isActive) => (isActive ? '使用中' : '停用') },
};

function changesBetween(before: Values | null, after: Values): ReasonChange[] {
  return (Object.keys(told) as (keyof Values)[]).flatMap((field) => changeOf(field, before, after));
}

function changeOf<Name extends keyof Values>(field: Name, before: Values | null, after: Values): ReasonChange[] {
  const { label, words } = told[field];
  const was = before ? words(before[field]) : '';
  const is = words(after[field]);
  return was === is ? [] : [{ field, label, before: was, after: is }];
}
