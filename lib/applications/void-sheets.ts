import type { Transaction } from '@/lib/db/transaction';
import type { CodedReason } from './decision-reasons';
import { liveStamp, liveStampedForm, stampedPages } from './refused-stamp';
import { pagesSentBack } from './returned-pages';

interface Returning {
  applicationId: string;
  reasons: readonly CodedReason[];
  now: Date;
}

/**
 * A returned stamp: the pages that the reasons name must come again, or, where none is named, those that are signed
 * and sealed. All others stay valid. Where the page is not known by its code, the sheets that people recognised go.
 */
export async function voidSheets(tx: Transaction, { applicationId, reasons, now }: Returning): Promise<number[]> {
  const stamped = await liveStampedForm(tx, applicationId);
  if (!stamped) return [];
  const { issued } = stamped;
  const scope = stampedPages(issued, stamped.sheets);
  const pages = pagesSentBack(reasons, scope);
  const isUnknown = pages.some((page) => scope.unread.includes(page));
  const unread = isUnknown ? stamped.sheets.filter(({ page }) => page === null) : [];
  const digests = issued.filter(({ number }) => pages.includes(number)).map(({ digest }) => digest);
  await tx.scannedSheet.updateMany({
    where: {
      voidedAt: null,
      // Also those that came before: what was refused must not give way to what it had replaced.
      OR: [
        { applicationId, digest: { in: digests }, filedAt: { lte: stamped.uploadedAt } },
        { id: { in: unread.map(({ sheetId }) => sheetId) } },
      ],
    },
    data: { voidedAt: now, voidedBecause: reasons.map(({ label, note }) => note || label).join('；').slice(0, 500) },
  });
  await tx.stampedForm.updateMany({ where: liveStamp(applicationId), data: { status: 'REJECTED' } });
  return pages;
}

/** A decision that is taken back gives the refused stamp its pages again. */
export async function restoreSheets(tx: Transaction, { id, applicationId }: { id: string; applicationId: string }): Promise<void> {
  const refused = await tx.scannedSheet.findMany({
    where: { stampedForms: { some: { stampedFormId: id } }, voidedAt: { not: null } },
    select: { id: true, voidedAt: true },
  });
  const times = refused.flatMap(({ voidedAt }) => (voidedAt ? [voidedAt] : []));
  await tx.scannedSheet.updateMany({
    where: { OR: [{ id: { in: refused.map((sheet) => sheet.id) } }, { applicationId, voidedAt: { in: times } }] },
    data: { voidedAt: null, voidedBecause: null },
  });
}
