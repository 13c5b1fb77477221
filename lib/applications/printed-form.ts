import { levelNames } from '@/lib/catalogue/labels';
import { db } from '@/lib/db/client';
import { JoinedPdf } from '@/lib/documents/pdf/join-pdfs';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Attachment } from '@/lib/messages/carrier';
import { issuedBytes } from './issued-bytes';
import { issuedPages } from './issued-pages';
import { applicationParts, type LoadedApplication } from './lock-application';
import { judge } from './policy';

export interface PrintedForm {
  bytes: Uint8Array;
  /** 江苏省初级_申报书_JS24C00000001.pdf */
  fileName: string;
}

/** The issued 申报书, or only some of its pages: see issued-bytes.ts. */
export async function printedForm(
  actor: Actor,
  { applicationId, now, pages = [] }: { applicationId: string; now: Date; pages?: readonly number[] },
): Promise<PrintedForm> {
  const application = await db.application.findUnique({ where: { id: applicationId }, include: applicationParts });
  if (!application || judge(actor, 'print', application, now).answer !== 'yes') throw new NotFoundError('application');
  return issued(application, pages);
}

/** For the worker, who sends it to the address that the applicant gave. */
export async function issuedForm(applicationId: string): Promise<Attachment> {
  const application = await db.application.findUniqueOrThrow({ where: { id: applicationId }, include: applicationParts });
  return { ...(await issued(application)), contentType: 'application/pdf' };
}

async function issued({ id, status, level, number, cycle }: LoadedApplication, pages: readonly number[] = []): Promise<PrintedForm> {
  const snapshot = await db.formSnapshot.findFirst({ where: { applicationId: id, supersededAt: null } });
  if (!snapshot || status === 'DRAFT') {
    throw new DomainError('NOT_ISSUED', '申报书还没有生成：请先填完各部分，核对信息并提交报名，再来打印。');
  }
  const whole = await issuedBytes(snapshot);
  const name = `${cycle.association.provinceName}${levelNames[level]}_申报书_${number}`;
  const count = issuedPages(snapshot.pages).length;
  const picked = [...new Set(pages)].filter((page) => page >= 1 && page <= count).sort((one, other) => one - other);
  if (picked.length === 0 || picked.length === count) return { bytes: whole, fileName: `${name}.pdf` };
  const part = `${name}_第${picked.join('、')}页`;
  const only = await JoinedPdf.begin({ isDuplex: false, title: part });
  await only.add({ bytes: whole, pages: picked });
  return { bytes: await only.finish(), fileName: `${part}.pdf` };
}
