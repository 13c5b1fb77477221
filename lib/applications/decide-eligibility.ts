import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { endOfWorkingDay } from '@/lib/kernel/working-days';
import { asSentence, type CodedReason, inWords } from './decision-reasons';
import type { LoadedApplication } from './lock-application';
import { moveApplication } from './move-application';
import type { MoveName } from './moves';
import type { DecisionInput } from './office-schema';
import { preflightOutcomes } from './preflight/record-preflight';
import { insistOnPagesSeen } from './refused-stamp';
import { dropRejectedRefund, proposeRejectedRefund } from './refund-rejected';
import { offeredTo } from './return-reasons/offered-reasons';
import { restoreSheets, voidSheets } from './void-sheets';

type Decision = Step<Transaction, LoadedApplication, DecisionInput>;

export async function acceptApplication(decision: Decision): Promise<void> {
  const { tx, actor, subject, input, now } = decision;
  insistOnVersion(subject, input);
  // The remark is for colleagues: it stays with the decision, out of the history that the applicant reads.
  await moveApplication({ tx, actor, application: subject, move: 'accept', now });
  await tx.stampedForm.updateMany({
    where: { applicationId: subject.id, status: { in: ['UPLOADED', 'UNIT_CONFIRMED'] } },
    data: { status: 'ACCEPTED' },
  });
  await writeDecision(decision, { outcome: 'ACCEPTED', reasons: [] });
}

/** Back to the applicant with coded reasons; level and payment stay, the pages of a refused stamp must come again. */
export async function returnApplication(decision: Decision): Promise<void> {
  const { tx, subject, input, now } = decision;
  insistOnVersion(subject, input);
  const reasons = await codedReasons(decision);
  const aboutStamp = reasons.filter((reason) => reason.group === 'STAMP');
  const stampRefused = aboutStamp.length > 0;
  if (stampRefused) {
    const refused = { applicationId: subject.id, reasons: aboutStamp };
    await insistOnPagesSeen(tx, { ...refused, seenPages: input.seenPages });
    await voidSheets(tx, { ...refused, now });
  }
  const due = endOfWorkingDay(now, subject.cycle.revisionWorkingDays).at;
  await move(decision, 'return_for_revision', reasons, {
    revisionDueAt: due,
    claimedById: null,
    claimedAt: null,
    ...(stampRefused ? { hasMaterials: false } : {}),
  });
  await writeDecision(decision, { outcome: 'RETURNED', reasons });
}

export async function rejectApplication(decision: Decision): Promise<void> {
  insistOnVersion(decision.subject, decision.input);
  const reasons = await codedReasons(decision);
  await move(decision, 'reject', reasons, {});
  await writeDecision(decision, { outcome: 'REJECTED', reasons });
  await proposeRejectedRefund({ tx: decision.tx, application: decision.subject, now: decision.now });
}

/** Undo is a move with a reason; the earlier decision stays in the history, and a scan that it refused counts again. */
export async function reconsiderApplication({
  tx,
  actor,
  subject,
  input,
  now,
}: Step<Transaction, LoadedApplication, { reason: string }>): Promise<void> {
  const hasMaterials = subject.hasMaterials || (await takeStampBack(tx, subject));
  if (!hasMaterials) throw new DomainError('STAMP_MISSING', '盖章件已经作废，不能重新审查，请等申请人重新提交。');
  await moveApplication({
    tx,
    actor,
    application: subject,
    move: 'reconsider',
    now,
    note: input.reason,
    set: { hasMaterials, revisionDueAt: null, claimedById: actor.personId, claimedAt: now },
  });
  if (subject.status === 'REJECTED') await dropRejectedRefund({ tx, application: subject, now });
}

/** The scan that was refused last, if it is of the form as it stands. */
async function takeStampBack(tx: Transaction, { id, formVersion }: LoadedApplication): Promise<boolean> {
  const refused = await tx.stampedForm.findFirst({
    where: { applicationId: id, version: formVersion, status: 'REJECTED' },
    orderBy: { uploadedAt: 'desc' },
  });
  if (!refused) return false;
  const status = refused.uploadedByRole === 'UNIT_ADMIN' ? 'UNIT_CONFIRMED' : 'UPLOADED';
  await tx.stampedForm.update({ where: { id: refused.id }, data: { status } });
  await restoreSheets(tx, refused);
  return true;
}

/** As many working days again as the cycle gives, counted from today; also for those who had begun to correct. */
export async function extendRevision({
  tx,
  actor,
  subject,
  input,
  now,
}: Step<Transaction, LoadedApplication, { reason: string }>): Promise<void> {
  const due = endOfWorkingDay(now, subject.cycle.revisionWorkingDays).at;
  await moveApplication({
    tx,
    actor,
    application: subject,
    move: 'extend_revision',
    now,
    note: input.reason,
    set: { revisionDueAt: due },
  });
}

function move(
  { tx, actor, subject, input, now }: Decision,
  name: MoveName,
  reasons: CodedReason[],
  set: Prisma.ApplicationUncheckedUpdateManyInput,
): Promise<LoadedApplication> {
  const note = [...reasons.map(inWords), asSentence(input.note)].join('');
  return moveApplication({
    tx,
    actor,
    application: subject,
    move: name,
    now,
    note,
    set,
    data: { codes: reasons.map((r) => r.code) },
  });
}

/** A page opened before the applicant handed in again must not decide about the new version. */
function insistOnVersion(subject: LoadedApplication, input: DecisionInput): void {
  if (subject.formVersion !== input.formVersion) {
    throw new DomainError('VERSION_CHANGED', '申报书已有新的版本，请刷新页面，看过新版本后再作决定。');
  }
}

async function codedReasons({ tx, subject, input: { reasons: chosen } }: Decision): Promise<CodedReason[]> {
  if (chosen.length === 0) {
    throw new DomainError('REASON_MISSING', '请至少选择一条原因。', { reason: ['请至少选择一条原因。'] });
  }
  const codes = chosen.map((reason) => reason.code);
  const { deciderId } = subject.cycleLevel;
  const known = await tx.returnReason.findMany({ where: { ...offeredTo(deciderId), code: { in: codes } } });
  const outcomes = await preflightOutcomes(tx, { applicationId: subject.id, formVersion: subject.formVersion });
  return chosen.map((reason): CodedReason => {
    const row = known.find((candidate) => candidate.code === reason.code);
    if (!row) throw new DomainError('REASON_UNKNOWN', '所选原因已停用，请刷新页面后重选。');
    const { label, advice, group, check } = row;
    const pages = group === 'STAMP' ? reason.pages : [];
    const place = pages.length > 0 ? `第 ${pages.join('、')} 页` : reason.place;
    return { ...reason, place, pages, label, advice, group, check, checkOutcome: check === null ? null : (outcomes.get(check) ?? 'not_run') };
  });
}

async function writeDecision(
  { tx, actor, subject, input, now }: Decision,
  { outcome, reasons }: { outcome: 'ACCEPTED' | 'RETURNED' | 'REJECTED'; reasons: CodedReason[] },
): Promise<void> {
  if (!actor.personId) throw new DomainError('NO_PERSON', '决定必须由工作人员作出。');
  await tx.reviewDecision.create({
    data: {
      applicationId: subject.id,
      outcome,
      reasons: reasons.map((reason) => ({ ...reason })),
      note: input.note,
      formVersion: subject.formVersion,
      decidedById: actor.personId,
      decidedByName: actor.name,
      decidedAt: now,
    },
  });
}
