import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { detachEvidence, type RowTarget } from './attach-evidence';
import { readSection } from './form/answers';
import { sectionOf } from './form/sections';
import type { LoadedApplication } from './lock-application';
import { writeSection } from './save-section';

/** Takes a row out of its section, and its files with it. Already gone is fine. */
export async function removeRow(step: Step<Transaction, LoadedApplication, RowTarget>): Promise<void> {
  const { tx, actor, subject: application, input, now } = step;
  const section = sectionOf(input.section);
  if (!section.rows) throw new NotFoundError('row');
  const key = { applicationId: application.id, slug: section.slug };
  const stored = await tx.formSection.findUnique({ where: { applicationId_slug: key } });
  const answers = readSection(section, stored?.answers);
  const rows = answers.rows.filter(({ id }) => id !== input.rowId);
  if (rows.length === answers.rows.length) return;

  const files = await tx.achievementEvidence.findMany({ where: { applicationId: application.id, rowId: input.rowId } });
  for (const { fileId } of files) {
    await detachEvidence({ ...step, input: { ...input, id: fileId } });
  }
  await writeSection({ tx, actor, application, section, answers: { ...answers, rows }, now });
}
