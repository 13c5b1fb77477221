import { Readable } from 'node:stream';
import { z } from 'zod';
import { findFile } from '@/lib/applications/find-file';
import { contentDisposition } from '@/lib/files/content-disposition';
import { openStore } from '@/lib/files/open-store';
import { type PictureSize, pagePicture, pictureSizes } from '@/lib/files/page-picture';
import { FilesBusyError } from '@/lib/files/child-turns';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { optionalActor } from '@/lib/web/page-actor';

export const dynamic = 'force-dynamic';

/** Beside the sandbox that next.config.ts puts every file into. */
const guarded = {
  'cache-control': 'private, no-store',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex',
};

const query = z.object({
  page: z.coerce.number().int().min(1).max(1000).optional(),
  size: z.enum(Object.keys(pictureSizes) as [PictureSize, ...PictureSize[]]).default('large'),
});

interface Context {
  params: Promise<{ fileId: string }>;
}

/** `?page=n` is a picture of that page; without it the file itself comes, and is saved rather than shown. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await optionalActor();
  const fileId = z.uuid().safeParse((await params).fileId);
  const wanted = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!actor || !fileId.success || !wanted.success) return sentence('没有这个文件，或您无权查看。', 404);
  try {
    const file = await findFile(actor, fileId.data);
    const { page, size } = wanted.data;
    return page ? await picture({ file, page, size }) : await download(file);
  } catch (error) {
    if (error instanceof NotFoundError) return sentence('没有这个文件，或您无权查看。', 404);
    if (error instanceof DomainError) return sentence(error.sentence, 422);
    if (error instanceof FilesBusyError) return sentence('现在查看的人较多，请稍后刷新。', 503);
    throw error;
  }
}

type PictureOf = Parameters<typeof pagePicture>[0] & { file: { name: string } };

async function picture(wanted: PictureOf): Promise<Response> {
  const { bytes, content } = await pagePicture(wanted);
  const name = `${wanted.file.name.replace(/\.[^.]*$/, '')}_第${wanted.page}页.jpg`;
  return streamed(content, { bytes, mediaType: 'image/jpeg', disposition: contentDisposition('inline', name) });
}

async function download(file: { storageKey: string; name: string; mediaType: string; bytes: number }): Promise<Response> {
  const disposition = contentDisposition('attachment', file.name);
  return streamed(await openStore().get(file.storageKey), { bytes: file.bytes, mediaType: file.mediaType, disposition });
}

interface Sent {
  bytes: number;
  mediaType: string;
  disposition: string;
}

function streamed(content: Readable, { bytes, mediaType, disposition }: Sent): Response {
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: { ...guarded, 'content-type': mediaType, 'content-length': String(bytes), 'content-disposition': disposition },
  });
}

function sentence(text: string, status: number): Response {
  return new Response(text, { status, headers: { ...guarded, 'content-type': 'text/plain; charset=utf-8' } });
}
