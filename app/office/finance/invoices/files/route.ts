import { now as currentTime } from '@/lib/clock';
import { withPostedForm } from '@/lib/files/posted-form';
import { answerOfFailure } from '@/lib/files/upload-failure';
import { importInvoiceFiles } from '@/lib/invoices/files/import-files';
import { importWords } from '@/lib/invoices/files/import-words';
import type { Actor } from '@/lib/kernel/actor';
import { optionalActor } from '@/lib/web/page-actor';
import { type PassedMessage, withMessage } from '@/lib/web/passed-message';
import { isSameOrigin } from '@/lib/web/same-origin';

export const dynamic = 'force-dynamic';

const mostFiles = 600;
const desk = '/office/finance/invoices';

/** The issued files, in a plain form: any number, packed or not. */
export async function POST(request: Request): Promise<Response> {
  const actor = await optionalActor();
  if (!actor) return goTo('/sign-in');
  if (actor.role !== 'FINANCE') return new Response('没有这个页面，或您无权使用。', { status: 404 });
  if (!isSameOrigin(request)) return new Response('请从本网站的页面上传文件。', { status: 403 });
  return goTo(withMessage(desk, await imported(request, actor)));
}

async function imported(request: Request, actor: Actor): Promise<PassedMessage> {
  try {
    return importWords(await withPostedForm(request, { mostFiles }, (posted) => importInvoiceFiles({ actor, posted, now: currentTime() })));
  } catch (error) {
    return { tone: 'danger', text: answerOfFailure(error).body };
  }
}

const goTo = (location: string): Response => new Response(null, { status: 303, headers: { location } });
