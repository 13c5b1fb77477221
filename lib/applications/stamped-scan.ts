import { type IssuedForm, judgeScan, type ScanVerdict } from '@/lib/documents/scan/judge-scan';
import { readPages } from '@/lib/documents/scan/read-pages';
import type { StoredFile } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import { pageKey } from '@/lib/secrets';

export interface StampedScan {
  files: StoredFile[];
  form: IssuedForm;
  /** Null while nothing has been uploaded. */
  verdict: ScanVerdict | null;
}

/** The pages that have been uploaded and not yet handed in, judged against the form that was issued last. */
export async function stampedScan(tx: Transaction, application: { id: string; number: string }): Promise<StampedScan> {
  const form = await issuedForm(tx, application);
  const files = await tx.storedFile.findMany({
    where: {
      applicationId: application.id,
      purpose: 'STAMPED_FORM',
      status: 'CLEAN',
      deletedAt: null,
      sheets: { none: { stampedForms: { some: {} } } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return { files, form, verdict: files.length > 0 ? judgeScan(readPages(files, pageKey()), form) : null };
}

async function issuedForm(tx: Transaction, { id, number }: { id: string; number: string }): Promise<IssuedForm> {
  const snapshot = await tx.formSnapshot.findFirst({ where: { applicationId: id, supersededAt: null } });
  if (!snapshot) throw new DomainError('NOT_ISSUED', '申报书尚未生成，请先核对信息并提交报名。');
  return { applicationNumber: number, version: snapshot.version, pages: countOf(snapshot.pages) };
}

const countOf = (pages: unknown): number => (Array.isArray(pages) ? pages.length : 0);
