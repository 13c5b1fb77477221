import { createHash } from 'node:crypto';
import type { Eligibility } from '@/lib/catalogue/eligibility';
import type { Transaction } from '@/lib/db/transaction';
import type { FormWords } from '@/lib/documents/application-form/form-words';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { createOrder } from '@/lib/payments/create-order';
import { confirmPayment } from './confirm-payment';
import { adviceOn } from './form/advice';
import { factsOf } from './form/facts';
import type { FormMaterial } from './form/material';
import { materialDigest } from './form/material-digest';
import { itemTitle } from './item-title';
import { isGranted, type LockWish } from './judge-lock';
import { paymentCloses } from './deadlines';
import { insistOnUnit } from './insist-on-unit';
import { answersToKeep, insistOnRules, judgeRules } from './judge-rules';
import { loadMaterial } from './load-material';
import type { LoadedApplication } from './lock-application';
import { moveApplication } from './move-application';
import { acknowledgedToKeep, insistOnAcknowledged } from './preflight/acknowledge';
import { recordPreflight } from './preflight/record-preflight';
import { runFormChecks } from './preflight/run-form-checks';
import { insistOnComplete, type PreparedForm } from './prepare-lock';
import { supersedeStampedForms } from './reopen-form';

type LockStep = Step<Transaction, LoadedApplication, LockWish> & { prepared: PreparedForm | null };

/** Freezes the answers in words, issues the next version of the form and, at the first time, the level and the order. */
export async function lockForm(step: LockStep): Promise<{ version: number }> {
  const { tx, actor, subject: application, input, now, prepared } = step;
  if (isGranted(application, input)) return { version: application.formVersion };
  const material = await loadMaterial(tx, application, now);
  await insistOnUnit({ tx, unit: application.unit, now });
  insistOnComplete(material);
  if (!prepared || prepared.digest !== materialDigest(material)) {
    throw new DomainError('CHANGED_MEANWHILE', '申报书的内容刚刚有变化，请刷新页面，重新核对后再提交。');
  }
  const facts = factsOf(material);
  const eligibility = await judgeRules({ tx, cycleLevelId: application.cycleLevelId, facts, today: material.today });
  insistOnRules(eligibility);
  insistOnAcknowledged(adviceOn(material), input.acknowledged);

  await supersedeStampedForms(tx, application.id);
  await writeSnapshot({ ...step, prepared }, material);
  await keepEligibility(step, eligibility);
  const version = application.formVersion + 1;
  const moved = await moveApplication({
    tx,
    actor,
    application,
    move: 'lock_form',
    now,
    set: {
      formVersion: version,
      hasMaterials: false,
      levelFrozenAt: application.levelFrozenAt ?? now,
      submittedAt: application.submittedAt ?? now,
    },
    data: { version, declaration: material.cycle.declaration.join('\n'), levelConfirmed: true },
  });
  const results = runFormChecks({ material, eligibility });
  await recordPreflight(tx, { applicationId: application.id, moment: 'lock_form', results, now });
  await orderOnce({ ...step, subject: moved });
  return { version };
}

async function writeSnapshot(
  { tx, actor, subject: application, now, prepared }: LockStep & { prepared: PreparedForm },
  material: FormMaterial,
): Promise<void> {
  if (!actor.personId) throw new NotFoundError('person');
  const { words, form, photoFileId } = prepared;
  await tx.formSnapshot.updateMany({
    where: { applicationId: application.id, supersededAt: null },
    data: { supersededAt: now },
  });
  await tx.formSnapshot.create({
    data: {
      applicationId: application.id,
      version: words.version,
      words,
      answers: answersForMachines(material),
      sha256: wordsDigest(words),
      photoFileId,
      pdfSha256: form.sha256,
      pages: form.pages,
      regions: form.regions,
      acknowledged: acknowledgedToKeep(adviceOn(material)),
      lockedAt: now,
      lockedById: actor.personId,
    },
  });
}

/** Without the account's numbers: those stand in the words, and in the account. */
function answersForMachines({ answers, evidence, unit }: FormMaterial) {
  const named = Object.entries(evidence).map(([rowId, files]) => [rowId, files.map(({ pages: _, ...file }) => file)]);
  return JSON.parse(JSON.stringify({ answers, evidence: Object.fromEntries(named), unitId: unit?.id ?? null }));
}

export const wordsDigest = (words: FormWords): string => createHash('sha256').update(JSON.stringify(words)).digest('hex');

async function keepEligibility({ tx, subject, now }: LockStep, eligibility: Eligibility): Promise<void> {
  await tx.eligibilityAnswer.create({
    data: { applicationId: subject.id, at: now, moment: 'lock_form', results: answersToKeep(eligibility) },
  });
}

/** The order exists from the first submission on (R51); a form that is locked again is not paid again. */
async function orderOnce({ tx, actor, subject: application, now }: LockStep): Promise<void> {
  if (application.hasPayment) return;
  const { cycle, cycleLevel } = application;
  const order = await createOrder({
    tx,
    actor,
    application,
    payeeId: cycle.associationId,
    title: itemTitle(application),
    feeFen: cycleLevel.feeFen,
    expiresAt: paymentCloses(application),
    now,
  });
  if (order.status === 'PAID') await confirmPayment({ tx, orderId: order.id, now });
}
