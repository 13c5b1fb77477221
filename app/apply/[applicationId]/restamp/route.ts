import { ownForm } from '@/lib/applications/queries';
import { restampPreview } from '@/lib/applications/restamp-preview';
import { now as currentTime } from '@/lib/clock';
import { restampSentence } from '@/lib/documents/scan/restamp-words';
import { optionalActor } from '@/lib/web/page-actor';

export const dynamic = 'force-dynamic';

interface Context {
  params: Promise<{ applicationId: string }>;
}

/** Asked after every autosave: what the change that was just saved would cost in stamps. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await optionalActor();
  const now = currentTime();
  const form = actor ? await ownForm(actor, (await params).applicationId, now) : null;
  if (!form) return answer(404, { sentence: null });
  const restamp = await restampPreview({ ...form, now });
  return answer(200, { sentence: restamp && restampSentence(restamp) });
}

const answer = (status: number, body: { sentence: string | null }): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } });
