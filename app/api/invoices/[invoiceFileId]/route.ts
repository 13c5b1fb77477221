import { Readable } from 'node:stream';
import { z } from 'zod';
import { contentDisposition } from '@/lib/files/content-disposition';
import { openStore } from '@/lib/files/open-store';
import { findInvoiceFile } from '@/lib/invoices/files/find-file';
import { formatTypes } from '@/lib/invoices/files/labels';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { optionalActor } from '@/lib/web/page-actor';

export const dynamic = 'force-dynamic';

interface Context {
  params: Promise<{ invoiceFileId: string }>;
}

/** The file of an issued invoice, saved rather than shown. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await optionalActor();
  const id = z.uuid().safeParse((await params).invoiceFileId);
  if (!actor || !id.success) return missing();
  try {
    const { name, format, bytes, storageKey } = await findInvoiceFile(actor, id.data);
    const content = Readable.toWeb(await openStore().get(storageKey)) as ReadableStream<Uint8Array>;
    return new Response(content, {
      headers: {
        'content-type': formatTypes[format].mediaType,
        'content-length': String(bytes),
        'content-disposition': contentDisposition('attachment', name),
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (error instanceof NotFoundError) return missing();
    throw error;
  }
}

const missing = () =>
  new Response('没有这个文件，或您无权查看。', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' } });
