import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { FormPage } from '@/lib/documents/application-form/make-application-form';
import { DomainError } from '@/lib/kernel/domain-error';
import type { CodedReason } from './decision-reasons';
import { issuedPages } from './issued-pages';
import { pagesSentBack, returnSentence, type StampedPages } from './returned-pages';

const liveStatuses = ['UPLOADED' as const, 'UNIT_CONFIRMED' as const, 'ACCEPTED' as const];
export const liveStamp = (applicationId: string) =>
  ({ applicationId, status: { in: [...liveStatuses] } }) satisfies Prisma.StampedFormWhereInput;

/** The stamped form that counts now, with the pages that were issued; null where there is none to refuse. */
export async function liveStampedForm(tx: Transaction, applicationId: string) {
  const stamped = await tx.stampedForm.findFirst({ where: liveStamp(applicationId), include: { sheets: true } });
  const snapshot = await tx.formSnapshot.findFirst({ where: { applicationId, supersededAt: null } });
  return stamped && snapshot ? { ...stamped, issued: issuedPages(snapshot.pages) } : null;
}

interface Dossier {
  stampedForms: readonly { status: string; sheets: readonly { page: number | null }[] }[];
  snapshots: readonly { supersededAt: Date | null; pages: unknown }[];
}

/** What a return of this stamp can name, for the form in which it is returned. */
export function stampedPagesOf({ stampedForms, snapshots }: Dossier): StampedPages | null {
  const stamped = stampedForms.find(({ status }) => (liveStatuses as string[]).includes(status));
  const snapshot = snapshots.find(({ supersededAt }) => supersededAt === null);
  return stamped && snapshot ? stampedPages(issuedPages(snapshot.pages), stamped.sheets) : null;
}

/** Sections on whose pages hand and seal belong. */
const signedSections = ['declaration', 'unit-opinion'];

export const stampedPages = (issued: readonly FormPage[], sheets: readonly { page: number | null }[]): StampedPages => ({
  total: issued.length,
  signed: issued.filter(({ sections }) => sections.some((slug) => signedSections.includes(slug))).map(({ number }) => number),
  unread: issued.map(({ number }) => number).filter((number) => !sheets.some(({ page }) => page === number)),
});

interface Returning {
  applicationId: string;
  reasons: readonly CodedReason[];
  /** The pages that were named to the reviewer before sending, as 3,7. */
  seenPages: string;
}

/** Nobody sends back other pages than the sentence said that he has read. */
export async function insistOnPagesSeen(tx: Transaction, { applicationId, reasons, seenPages }: Returning): Promise<void> {
  const live = await liveStampedForm(tx, applicationId);
  if (!live) return;
  const total = live.issued.length;
  const pages = pagesSentBack(reasons, stampedPages(live.issued, live.sheets));
  if (pages.some((page) => page > total)) {
    throw new DomainError('PAGE_UNKNOWN', `这份申报书只有 ${total} 页，请刷新页面后重新勾选要退回的页。`);
  }
  if (pages.join(',') === seenPages) return;
  const sentence = `${returnSentence(pages, total)}确认无误，请再按一次“退回申请人修改”。`;
  throw new DomainError('PAGES_UNSEEN', sentence, { seenPages: [sentence] });
}
