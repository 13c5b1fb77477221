import { type ReceivedForm, receiveForm } from '@/lib/applications/receive-form';
import { now } from '@/lib/clock';
import { safeFileName } from '@/lib/files/safe-file-name';
import { takeForm } from '@/lib/files/take-form';
import { answerOfFailure } from '@/lib/files/upload-failure';
import type { Actor } from '@/lib/kernel/actor';
import { optionalActor } from '@/lib/web/page-actor';
import { localPath } from '@/lib/web/local-path';
import { type PassedMessage, withMessage } from '@/lib/web/passed-message';
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
    const received = await takeForm(request, (form) => {
      back = form.fields.returnTo ?? back;
      return receiveForm({ actor, form, now: now() });
    });
    return { back, message: messageOf(received) };
  } catch (error) {
    return { back, message: { tone: 'danger', text: answerOfFailure(error).body } };
  }
}

function messageOf({ files, refused }: ReceivedForm): PassedMessage {
  const done = files.length === 1 ? `“${files[0]?.name}”已上传。` : `${files.length} 个文件已上传。`;
  if (!refused) return { tone: 'success', text: done };
  const because = `“${safeFileName(refused.name, { fallback: '文件' })}”没有上传：${answerOfFailure(refused.error).body}`;
  return { tone: 'danger', text: files.length > 0 ? `${done}${because}` : because };
}

function refererPath(request: Request): string {
  const referer = request.headers.get('referer') ?? '';
  if (!URL.canParse(referer)) return '/my/certifications';
  const { pathname, search } = new URL(referer);
  return localPath(`${pathname}${search}`) ?? '/my/certifications';
}

const goTo = (location: string): Response => new Response(null, { status: 303, headers: { location } });
