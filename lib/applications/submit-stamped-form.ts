import type { ScanVerdict } from '@/lib/documents/scan/judge-scan';
import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { completeIfReady } from './complete-if-ready';
import type { LoadedApplication } from './lock-application';
import { moveApplication } from './move-application';
import { supersedeStampedForms } from './reopen-form';
import { type StampedScan, stampedScan } from './stamped-scan';

type StampStep = Step<Transaction, LoadedApplication, unknown>;

/** Hands in the signed and stamped form with the unit's statement (R24, R32); the second half of a paid application. */
export async function submitStampedForm(step: StampStep): Promise<{ status: LoadedApplication['status'] }> {
  const { tx, actor, subject: application, now } = step;
  const scan = await stampedScan(tx, application);
  const verdict = insistOnScan(scan);
  await supersedeStampedForms(tx, application.id);
  await writeStampedForm(step, scan, verdict);
  const submitted = await moveApplication({
    tx,
    actor,
    application,
    move: 'submit_stamped_form',
    now,
    set: { hasMaterials: true },
    data: { version: scan.form.version, files: scan.files.length, attestation: application.cycle.unitAttestation },
  });
  return completeIfReady({ tx, application: submitted, now });
}

export function insistOnScan({ verdict }: StampedScan): ScanVerdict {
  if (!verdict) throw new DomainError('SCAN_MISSING', '请先上传签字盖章后的申报书扫描件。', { scan: ['请先上传扫描件。'] });
  if (verdict.outcome === 'refused') throw new DomainError('SCAN_REFUSED', verdict.sentence, { scan: [verdict.sentence] });
  return verdict;
}

async function writeStampedForm(
  { tx, actor, subject: application, now }: StampStep,
  { files, form }: StampedScan,
  verdict: ScanVerdict,
): Promise<void> {
  if (!actor.personId) throw new NotFoundError('person');
  const sheets = await tx.scannedSheet.findMany({
    where: { fileId: { in: files.map(({ id }) => id) }, removedAt: null, filing: { in: ['FILED', 'UNREAD'] } },
  });
  const stamped = await tx.stampedForm.create({
    data: {
      applicationId: application.id,
      version: form.version,
      status: actor.role === 'UNIT_ADMIN' ? 'UNIT_CONFIRMED' : 'UPLOADED',
      uploadedById: actor.personId,
      uploadedByRole: actor.role,
      uploadedAt: now,
      attestation: application.cycle.unitAttestation,
      attestedById: actor.personId,
      attestedByName: actor.name,
      attestedAt: now,
      readings: { ...verdict },
      sheets: { create: sheets.map(({ id, page }) => ({ sheetId: id, page })) },
    },
  });
  await recordEvent(tx, {
    stream: `application:${application.id}`,
    name: 'stamped_form_uploaded',
    actor,
    at: now,
    note: application.cycle.unitAttestation,
    data: { stampedFormId: stamped.id, version: form.version, outcome: verdict.outcome, files: files.map(({ id }) => id) },
  });
}
