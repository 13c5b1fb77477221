import { receiveForm } from '@/lib/applications/receive-form';
import { now } from '@/lib/clock';
import { takeForm } from '@/lib/files/take-form';
import { answerOfFailure } from '@/lib/files/upload-failure';
import type { Actor } from '@/lib/kernel/actor';
import { optionalActor } from '@/lib/web/page-actor';
import { localPath, type PassedMessage, withMessage } from '@/lib/web/passed-message';
import { isSameOrigin } from '@/lib/web/same-origin';

export const dynamic = 'force-dynamic';

/** Without scripts: one file in a plain multipart form, answered by going back with a sentence. */
export async function POST(request: Request): Promise<Response> {
  const actor = await optionalActor();
  if (!actor) return goTo('/sign-in');
  if (!isSameOrigin(request)) return new Response('请从本网站的页面上传文件。', { status: 403 });
  const { back, message } = await takeAndReceive(request, actor);
  return goTo(withMessage(back, message));
}

async function takeAndReceive(request: Request, actor: Actor): Promise<{ back: string; message: PassedMessage }> {
  let back = refererPath(request);
  try {
    const { name } = await takeForm(request, (form) => {
      back = form.fields.returnTo ?? back;
      return receiveForm({ actor, form, now: now() });
    });
    return { back, message: { tone: 'success', text: `“${name}”已上传。` } };
  } catch (error) {
    return { back, message: { tone: 'danger', text: answerOfFailure(error).body } };
  }
}

function refererPath(request: Request): string {
  const referer = request.headers.get('referer') ?? '';
  if (!URL.canParse(referer)) return '/my/certifications';
  const { pathname, search } = new URL(referer);
  return localPath(`${pathname}${search}`);
}

const goTo = (location: string): Response => new Response(null, { status: 303, headers: { location } });
