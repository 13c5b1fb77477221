import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { assemblyNotes } from '@/lib/documents/scan/assembly-notes';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { completeIfReady } from './complete-if-ready';
import type { LoadedApplication } from './lock-application';
import { moveApplication } from './move-application';
import { recordPreflight } from './preflight/record-preflight';
import { supersedeStampedForms } from './reopen-form';
import { awaited, type ChosenSheet, chosenSheets, type Hint, hintsOf } from './scan-hints';
import { scanPreflight } from './scan-preflight';
import { seenDigest } from './seen-digest';
import { type StampedScan, stampedScan } from './stamped-scan';
import { attestationOf } from './unit-voice';

/** `hintsSeen`: whoever hands in has read what the machine pointed out, and goes on all the same; `seen`: what he had before him. */
export interface HandIn {
  hintsSeen?: 'yes';
  seen?: string;
}

type StampStep = Step<Transaction, LoadedApplication, HandIn>;

/** Hands in the signed and stamped form with the unit's statement (R24, R32); the second half of a paid application. */
export async function submitStampedForm(step: StampStep): Promise<{ status: LoadedApplication['status'] }> {
  const { tx, actor, subject: application, input, now } = step;
  const scan = await stampedScan(tx, application);
  const chosen = chosenSheets(scan.assembly);
  insistOnScan(scan);
  insistOnNews(scan, chosen);
  insistOnExamined(chosen, now);
  const hints = hintsOf(chosen);
  insistOnSeen(hints, input);
  insistUnchanged(chosen, input);
  const attestation = await attestationOf(tx, actor, application);

  await supersedeStampedForms(tx, application.id);
  await writeStampedForm(step, { scan, chosen, hints, attestation });
  await recordPreflight(tx, {
    applicationId: application.id,
    moment: 'submit_stamped_form',
    results: scanPreflight(scan.assembly, chosen),
    now,
  });
  const submitted = await moveApplication({
    tx,
    actor,
    application,
    move: 'submit_stamped_form',
    now,
    set: { hasMaterials: true },
    data: { version: scan.form.version, pages: scan.form.pages.length, attestation },
  });
  return completeIfReady({ tx, application: submitted, now });
}

const refusal = (code: string, sentence: string, field = 'scan') => new DomainError(code, sentence, { [field]: [sentence] });

export function insistOnScan({ hasSheets, assembly }: StampedScan): void {
  if (!hasSheets) throw new DomainError('SCAN_MISSING', '请先上传签字盖章后的申报书扫描件。', { scan: ['请先上传扫描件。'] });
  if (assembly.outcome === 'refused') throw refusal('SCAN_REFUSED', assembly.sentence);
}

/** What was handed in once, and still counts, is not handed in again. */
function insistOnNews({ handedIn }: StampedScan, chosen: readonly ChosenSheet[]): void {
  const ids = new Set(handedIn);
  const isSame = handedIn?.length === chosen.length && chosen.every(({ sheet }) => ids.has(sheet.id));
  if (isSame) throw refusal('NOTHING_NEW', '这份盖章件已经提交过。如需更换，请先上传新的页；如需修改内容，请先修改申报书。');
}

function insistOnExamined(chosen: readonly ChosenSheet[], now: Date): void {
  if (awaited(chosen, now).length > 0) throw refusal('SCAN_EXAMINING', '正在检查刚上传的页，通常只要几秒，请稍候再提交。');
}

function insistOnSeen(hints: readonly Hint[], { hintsSeen }: HandIn): void {
  if (hints.length === 0 || hintsSeen === 'yes') return;
  throw refusal('HINTS_UNSEEN', '有的页需要您再看一眼：请看过提示，再勾选“我已看过提示，仍要提交”。', 'hintsSeen');
}

function insistUnchanged(chosen: readonly ChosenSheet[], { seen }: HandIn): void {
  if (seen === undefined || seen === seenDigest(chosen)) return;
  throw refusal('SCAN_CHANGED', '您打开页面之后，扫描件或检查结果又有变化。请刷新页面，看过现在的各页再提交。');
}

interface ToHandIn {
  scan: StampedScan;
  chosen: readonly ChosenSheet[];
  hints: Hint[];
  attestation: string;
}

async function writeStampedForm(
  { tx, actor, subject: application, now }: StampStep,
  { scan, chosen, hints, attestation }: ToHandIn,
): Promise<void> {
  if (!actor.personId) throw new NotFoundError('person');
  const { form, assembly } = scan;
  const { outcome, missing, repeated } = assembly;
  const unread = assembly.unread.map(({ fileName, sheet }) => ({ fileName, sheet }));
  const stamped = await tx.stampedForm.create({
    data: {
      applicationId: application.id,
      version: form.version,
      status: actor.role === 'UNIT_ADMIN' ? 'UNIT_CONFIRMED' : 'UPLOADED',
      uploadedById: actor.personId,
      uploadedByRole: actor.role,
      uploadedAt: now,
      attestation,
      attestedById: actor.personId,
      attestedByName: actor.name,
      attestedAt: now,
      readings: { outcome, missing, repeated, unread, notes: assemblyNotes(assembly, form), hints: hints.map((hint) => ({ ...hint })) },
      sheets: { create: chosen.map(({ page, sheet }) => ({ sheetId: sheet.id, page })) },
    },
  });
  await recordEvent(tx, {
    stream: `application:${application.id}`,
    name: 'stamped_form_uploaded',
    actor,
    at: now,
    note: attestation,
    data: {
      stampedFormId: stamped.id,
      version: form.version,
      outcome,
      sheets: chosen.map(({ page, sheet }) => ({ page, sheetId: sheet.id, lamp: sheet.lamp })),
      hintsSeen: hints.map((hint) => ({ ...hint })),
    },
  });
}
