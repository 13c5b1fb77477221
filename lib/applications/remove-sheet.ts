import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { removeFile } from '@/lib/files/remove-file';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { LoadedApplication } from './lock-application';

type RemoveStep = Step<Transaction, LoadedApplication, { sheetId: string }>;

/**
 * Takes back one sheet that was not handed in; an older one of the same page counts again. Of two whole pages on one
 * sheet it is that page alone. The last sheet takes its file along.
 */
export async function removeSheet({ tx, actor, subject: application, input, now }: RemoveStep): Promise<void> {
  const sheet = await tx.scannedSheet.findUnique({ where: { id: input.sheetId }, include: { file: true, stampedForms: true } });
  const isOurs = sheet && (sheet.applicationId ?? sheet.file.applicationId) === application.id;
  if (!isOurs) throw new NotFoundError('sheet');
  if (sheet.stampedForms.length > 0) throw new DomainError('SHEET_HANDED_IN', '这一页已随盖章件提交，不能删除；上传新的一页就会替换它。');
  const { fileId, sheet: number, file } = sheet;
  const taken = sheet.filing === 'FILED' ? { id: sheet.id } : { fileId, sheet: number, applicationId: null };
  const { count } = await tx.scannedSheet.updateMany({
    where: { ...taken, removedAt: null, stampedForms: { none: {} } },
    data: { removedAt: now },
  });
  if (count === 0) return;
  const left = await tx.scannedSheet.count({ where: { fileId, removedAt: null } });
  if (left === 0 && file.applicationId === application.id) await removeFile({ tx, actor, file, now });
  await recordEvent(tx, {
    stream: `application:${application.id}`,
    name: 'sheet_removed',
    actor,
    at: now,
    data: { sheetId: sheet.id, fileId, sheet: number },
  });
}
