import { Readable } from 'node:stream';
import { FilesBusyError } from '@/lib/files/child-turns';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';

/** Beside the sandbox that next.config.ts puts every file into. */
const guarded = {
  'cache-control': 'private, no-store',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex',
};

interface Picture {
  bytes: number;
  content: Readable;
}

/** A JPEG that only this person may see; what is not there and what is not his are the same answer. */
export async function pictureAnswer(find: () => Promise<Picture | null>): Promise<Response> {
  try {
    const picture = await find();
    if (!picture) return sentence('没有这张图片，或您无权查看。', 404);
    return new Response(Readable.toWeb(picture.content) as ReadableStream<Uint8Array>, {
      headers: { ...guarded, 'content-type': 'image/jpeg', 'content-length': String(picture.bytes), 'content-disposition': 'inline' },
    });
  } catch (error) {
    if (error instanceof NotFoundError) return sentence('没有这张图片，或您无权查看。', 404);
    if (error instanceof DomainError) return sentence(error.sentence, 422);
    if (error instanceof FilesBusyError) return sentence('现在查看的人较多，请稍后刷新。', 503);
    throw error;
  }
}

function sentence(text: string, status: number): Response {
  return new Response(text, { status, headers: { ...guarded, 'content-type': 'text/plain; charset=utf-8' } });
}
