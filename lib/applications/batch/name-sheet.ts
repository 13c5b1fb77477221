import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { readFindings } from '@/lib/documents/scan/finding';
import { isContradictory } from '@/lib/documents/scan/judge-filing';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { enqueue } from '@/lib/jobs/enqueue';
import { insistOn } from '../insist-on';
import { type LoadedApplication, lockApplication } from '../lock-application';
import { stampedScan } from '../stamped-scan';
import type { LockedBatch } from './lock-batch';
import type { NameSheetInput } from './schema';

type Naming = Step<Transaction, LockedBatch, NameSheetInput>;

/**
 * Whoever scanned a stack, and so sees its pictures, says which page a sheet is whose code could not be read. It is
 * filed to that page with his name, examined like any other, and stays amber for those who decide.
 */
export async function nameSheet(step: Naming): Promise<{ applicationId: string; page: number }> {
  const { tx, actor, input, now } = step;
  const { applicationId, page } = input.target;
  const sheet = await ownSheet(step);
  const application = await lockApplication(tx, applicationId);
  // Also keeps him from naming pages of his own form: he is no administrator to himself.
  insistOn({ actor, ability: 'submit_stamped_form', application, now });
  if (sheet.namedAt && sheet.applicationId === applicationId && sheet.page === page) return input.target;
  if (sheet.filing !== 'UNREAD') throw notUnread;
  if (isContradictory(readFindings(sheet.findings))) throw twoPages;
  const place = await missingPage(step, { application, page, filedAt: sheet.filedAt });
  const { count } = await tx.scannedSheet.updateMany({
    where: { id: sheet.id, filing: 'UNREAD', removedAt: null },
    data: {
      ...{ filing: 'FILED', applicationId, applicationNumber: application.number, ...place, filedAt: now },
      ...{ namedById: actor.personId, namedByName: actor.name, namedAt: now, lamp: null, findings: [], examinedAt: null },
    },
  });
  if (count === 0) throw notUnread;
  await enqueue(tx, 'scans.examine', { fileId: sheet.fileId }, { now });
  await recordEvent(tx, {
    stream: `application:${application.id}`,
    name: 'sheet_named',
    actor,
    at: now,
    data: { sheetId: sheet.id, fileId: sheet.fileId, sheet: sheet.sheet, ...place },
  });
  return input.target;
}

const notUnread = new DomainError('SHEET_FILED', '这一张已经归位，请刷新页面。');

// Its codes were read, and may be of somebody else's pages.
const twoPages = new DomainError('TWO_PAGES', '这一张上读出了两页的编码，不能认定为某一页，请每张只扫描一页，再加到本批。');

/** The picture is for who scanned it; nobody names what he cannot see. */
async function ownSheet({ tx, actor, subject: batch, input }: Naming) {
  const sheet = await tx.scannedSheet.findUnique({ where: { id: input.sheetId }, include: { file: true } });
  const isOurs = sheet?.file.batchId === batch.id && sheet.file.uploadedById === actor.personId;
  if (!sheet || !isOurs || sheet.removedAt || sheet.file.deletedAt) throw new NotFoundError('sheet');
  return sheet;
}

interface Place {
  application: LoadedApplication;
  page: number;
  /** When the sheet was scanned. */
  filedAt: Date;
}

/** Only a page that has no sheet; one that was sent back after this was scanned has to be stamped anew. */
async function missingPage({ tx }: Naming, { application, page, filedAt }: Place) {
  const { form, assembly } = await stampedScan(tx, application);
  const issued = form.pages.find(({ number }) => number === page);
  if (!issued) throw new DomainError('PAGE_UNKNOWN', `这份申报书共 ${form.pages.length} 页，没有第 ${page} 页，请刷新页面。`);
  if (!assembly.missing.includes(page)) throw new DomainError('PAGE_THERE', `第 ${page} 页已经有扫描件，不需要认定。`);
  const { digest } = issued;
  const refused = await tx.scannedSheet.count({ where: { applicationId: application.id, digest, voidedAt: { gt: filedAt } } });
  if (refused > 0) throw new DomainError('PAGE_REFUSED', `第 ${page} 页在这次扫描之后被退回，请重新签字盖章后再扫描。`);
  return { formVersion: form.version, page, digest };
}
