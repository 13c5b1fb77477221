import { Readable } from 'node:stream';
import { packetFile } from '@/lib/applications/packet/packet-queries';
import { contentDisposition } from '@/lib/files/content-disposition';
import { openStore } from '@/lib/files/open-store';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { isUuid } from '@/lib/kernel/uuid';
import { pageActor } from '@/lib/web/page-actor';

export const dynamic = 'force-dynamic';

interface Context {
  params: Promise<{ packetId: string }>;
}

/** The stack as PDF, for printing. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await pageActor();
  const { packetId } = await params;
  try {
    if (!isUuid(packetId)) throw new NotFoundError('packet');
    const { storageKey, bytes, fileName } = await packetFile(actor, packetId);
    const content = Readable.toWeb(await openStore().get(storageKey)) as ReadableStream<Uint8Array>;
    return new Response(content, {
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(bytes),
        'content-disposition': contentDisposition('attachment', fileName),
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex',
      },
    });
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return new Response('没有这份文件，或已过保留期。', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
  }
}
