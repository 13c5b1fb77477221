import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/enqueue';
import { longDateTime } from '@/lib/kernel/dates';
import type { Step } from '@/lib/kernel/step';
import type { LockedCycle } from './lock-cycle';
import { changedMeanwhile, recordRevision } from './record-revision';
import { type AmendCycle, type Change, type Contact, storedContacts, storedTexts } from './schema';
import { windowsAmong } from './window-changes';

type Values = AmendCycle['values'];

/** Changes windows, texts and contacts; what was there before stays in the cycle's history. */
export async function amendCycle(step: Step<Transaction, LockedCycle, AmendCycle>): Promise<{ revision: number }> {
  const { tx, actor, subject, input, now } = step;
  if (input.revision !== subject.revision) throw changedMeanwhile();
  const changes = changesBetween(valuesOf(subject), input.values);
  const revision = await recordRevision({
    tx,
    actor,
    cycle: subject,
    name: 'cycle_amended',
    reason: input.reason,
    changes,
    set: columnsOf(subject, input.values),
    now,
  });
  if (subject.status === 'PUBLISHED' && windowsAmong(changes).length > 0) {
    await enqueue(tx, 'applications.tell-new-windows', { cycleId: subject.id, revision }, { now });
  }
  return { revision };
}

function valuesOf(cycle: LockedCycle): Values {
  return {
    ...cycle,
    contacts: storedContacts.parse(cycle.contacts),
    orderUnpaid: storedTexts.parse(cycle.texts).orderUnpaid ?? '',
    transferAccount: storedTexts.parse(cycle.texts).transferAccount ?? '',
  };
}

function columnsOf(cycle: LockedCycle, values: Values): Prisma.CycleUpdateManyMutationInput {
  const { orderUnpaid, transferAccount, ...columns } = values;
  const texts = { ...storedTexts.parse(cycle.texts), orderUnpaid, transferAccount };
  return { ...columns, texts: Object.fromEntries(Object.entries(texts).filter(([, words]) => words !== '')) };
}

const minuteOf = (at: Date) => longDateTime(at);
const contactWords = (contacts: readonly Contact[]) =>
  contacts.map(({ label, phones, email }) => [label, phones.join('、'), email].filter(Boolean).join('，')).join('\n');

/** For each value its label, and how it is worded in the history. */
const told: { [Name in keyof Values]: { label: string; words: (value: Values[Name]) => string } } = {
  name: { label: '年度名称', words: String },
  applyOpensAt: { label: '申报开始', words: minuteOf },
  applyClosesAt: { label: '申报截止', words: minuteOf },
  materialsCloseAt: { label: '材料提交截止', words: minuteOf },
  paymentClosesAt: { label: '缴费截止', words: minuteOf },
  revisionWorkingDays: { label: '退回修改期限', words: (days) => `${days} 个工作日` },
  writtenExamPlan: { label: '笔试安排', words: String },
  defensePlan: { label: '答辩安排', words: String },
  agentStatement: { label: '关于代办的声明', words: String },
  unitAttestation: { label: '单位证实意见', words: String },
  declaration: { label: '本人承诺', words: (lines) => lines.join('\n') },
  contacts: { label: '联系方式', words: contactWords },
  orderUnpaid: { label: '未缴费订单的状态文字', words: String },
  transferAccount: { label: '线下转账的收款账户', words: String },
};

function changesBetween(before: Values, after: Values): Change[] {
  return (Object.keys(told) as (keyof Values)[]).flatMap((field) => changeOf(field, before, after));
}

function changeOf<Name extends keyof Values>(field: Name, before: Values, after: Values): Change[] {
  const { label, words } = told[field];
  const [was, is] = [words(before[field]), words(after[field])];
  return was === is ? [] : [{ field, label, before: was, after: is }];
}
