import type { Transaction } from '@/lib/db/transaction';
import { removeFile } from '@/lib/files/remove-file';
import { uploadedFile } from '@/lib/files/uploaded-file';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { readSection } from './form/answers';
import type { SectionSlug } from './form/section-slugs';
import { sectionOf } from './form/sections';
import type { LoadedApplication } from './lock-application';

const mostFiles = 10;

export interface RowTarget {
  section: SectionSlug;
  rowId: string;
}

/** Ties an uploaded file to the row that it proves. Twice changes nothing. */
export async function attachEvidence({
  tx,
  actor,
  subject,
  input,
}: Step<Transaction, LoadedApplication, RowTarget & { fileId: string }>): Promise<string> {
  const { rowId, fileId } = input;
  await insistOnRow(tx, subject.id, input);
  const file = await uploadedFile(tx, { actor, fileId, purpose: 'EVIDENCE', applicationId: subject.id });
  const known = await tx.achievementEvidence.findMany({ where: { applicationId: subject.id, rowId } });
  if (known.some((one) => one.fileId === file.id)) return file.id;
  if (known.length >= mostFiles) {
    throw new DomainError('TOO_MANY_FILES', `每项最多上传 ${mostFiles} 个文件，请合并成一个 PDF，或先删除不需要的文件。`);
  }
  const position = Math.max(-1, ...known.map((one) => one.position)) + 1;
  await tx.achievementEvidence.create({ data: { applicationId: subject.id, rowId, fileId: file.id, position } });
  return file.id;
}

async function insistOnRow(tx: Transaction, applicationId: string, { section: slug, rowId }: RowTarget): Promise<void> {
  const section = sectionOf(slug);
  const stored = await tx.formSection.findUnique({ where: { applicationId_slug: { applicationId, slug } } });
  const { rows } = readSection(section, stored?.answers);
  if (!section.rows?.evidence || !rows.some(({ id }) => id === rowId)) throw new NotFoundError('row');
}

/** A file that an earlier locked form names stays in the store; only its tie goes. */
export async function detachEvidence({
  tx,
  actor,
  subject,
  input,
  now,
}: Step<Transaction, LoadedApplication, RowTarget & { id: string }>): Promise<void> {
  const { count } = await tx.achievementEvidence.deleteMany({
    where: { applicationId: subject.id, rowId: input.rowId, fileId: input.id },
  });
  if (count === 0 || subject.formVersion > 0) return;
  const file = await tx.storedFile.findUniqueOrThrow({ where: { id: input.id } });
  await removeFile({ tx, actor, file, now });
}
