import { admitUpload } from '@/lib/applications/admit-upload';
import { noteUpload } from '@/lib/applications/note-upload';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { answerTus } from '@/lib/files/tus-server';
import { optionalActor } from '@/lib/web/page-actor';

export const dynamic = 'force-dynamic';

async function answer(request: Request): Promise<Response> {
  const actor = await optionalActor();
  const personId = actor?.personId;
  if (!actor || !personId) return new Response('请先登录，再上传文件。', { status: 401 });
  const at = now();
  return answerTus(request, {
    actor: { ...actor, personId },
    admit: (wanted) => admitUpload({ ...wanted, actor, now: at }),
    recorded: noteUpload(at),
    now: at,
    origin: new URL(env.APP_URL).origin,
  });
}

export { answer as DELETE, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST };
