import type { FormPage } from '@/lib/documents/application-form/make-application-form';
import type { Transaction } from '@/lib/db/transaction';
import type { CodedReason } from './decision-reasons';
import { issuedPages } from './issued-pages';
import { namedPages } from './named-pages';

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
  const live = { applicationId, status: { in: ['UPLOADED' as const, 'UNIT_CONFIRMED' as const, 'ACCEPTED' as const] } };
  const stamped = await tx.stampedForm.findFirst({ where: live, include: { sheets: true } });
  const snapshot = await tx.formSnapshot.findFirst({ where: { applicationId, supersededAt: null } });
  if (!stamped || !snapshot) return [];
  const issued = issuedPages(snapshot.pages);
  const count = issued.length;
  const named = [...new Set(reasons.flatMap(({ place }) => namedPages(place, count)))].sort((one, other) => one - other);
  const isWhole = reasons.some(({ place }) => namedPages(place, count).length === 0);
  const pages = isWhole ? [...new Set([...named, ...signedPages(issued)])] : named;
  const isUnknown = pages.some((page) => !stamped.sheets.some((sheet) => sheet.page === page));
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
  await tx.stampedForm.updateMany({ where: live, data: { status: 'REJECTED' } });
  return pages;
}

/** Sections on whose pages hand and seal belong. */
const signedSections = ['declaration', 'unit-opinion'];

const signedPages = (pages: readonly FormPage[]): number[] =>
  pages.filter(({ sections }) => sections.some((slug) => signedSections.includes(slug))).map(({ number }) => number);

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
