import { receiveUpload } from '@/lib/applications/receive-upload';
import { now } from '@/lib/clock';
import { takeForm } from '@/lib/files/take-form';
import { answerOfFailure } from '@/lib/files/upload-failure';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
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
    const name = await takeForm(request, async ({ fields, returnTo, file }) => {
      back = returnTo ?? back;
      if (!file) throw new DomainError('EMPTY', '请先选择文件，再点上传。');
      return (await receiveUpload({ ...fields, ...file, actor, now: now() })).name;
    });
    return { back, message: { tone: 'success', text: `“${name}”已上传。` } };
  } catch (error) {
    return { back, message: { tone: 'danger', text: answerOfFailure(error).body } };
  }
}

function refererPath(request: Request): string {
  const referer = request.headers.get('referer') ?? '';
  return URL.canParse(referer) ? localPath(new URL(referer).pathname) : '/my/certifications';
}

const goTo = (location: string): Response => new Response(null, { status: 303, headers: { location } });
