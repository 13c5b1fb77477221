import type { Readable } from 'node:stream';
import { db } from '@/lib/db/client';
import { type PictureSize, pagePicture } from '@/lib/files/page-picture';
import type { Actor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { issuedBytes } from './issued-bytes';
import { issuedCopyKey } from './issued-copy';
import { issuedPages } from './issued-pages';
import { applicationParts } from './lock-application';
import { judge } from './policy';

interface PictureOfIssued {
  applicationId: string;
  /** The current one when left out. */
  version?: number;
  page: number;
  size: PictureSize;
  now: Date;
}

/** One page of the form as it was issued, to be laid beside its scan. */
export async function issuedPicture(actor: Actor, { applicationId, version, page, size, now }: PictureOfIssued): Promise<{ bytes: number; content: Readable }> {
  const application = await db.application.findUnique({ where: { id: applicationId }, include: applicationParts });
  if (!application || judge(actor, 'see_files', application, now).answer !== 'yes') throw new NotFoundError('application');
  const snapshot = await db.formSnapshot.findFirst({
    where: { applicationId, ...(version ? { version } : { supersededAt: null }) },
  });
  if (!snapshot) throw new NotFoundError('form');
  await issuedBytes(snapshot);
  const { pdfSha256 } = snapshot;
  const file = { id: pdfSha256, storageKey: issuedCopyKey(pdfSha256), mediaType: 'application/pdf', pages: issuedPages(snapshot.pages).length };
  return pagePicture({ file, page, size });
}
