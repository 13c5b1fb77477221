import { z } from 'zod';
import { autosaveSection } from '@/lib/applications/autosave-section';
import { autosaveInput } from '@/lib/applications/schema';
import { now } from '@/lib/clock';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { optionalActor } from '@/lib/web/page-actor';
import { isSameOrigin } from '@/lib/web/same-origin';

export const dynamic = 'force-dynamic';

interface Context {
  params: Promise<{ applicationId: string }>;
}

const longestBody = 400_000;

/** Saves what is typed while it is typed; the contract stands in components/forms/autosave.tsx. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const actor = await optionalActor();
  if (!actor) return answer(401, { message: '请先登录。' });
  if (!isSameOrigin(request)) return answer(403, { message: '请从本网站的页面保存。' });
  const { applicationId } = await params;
  const input = autosaveInput.safeParse(await bodyOf(request));
  if (!input.success || !z.uuid().safeParse(applicationId).success) {
    return answer(422, { message: '内容没有保存：页面不完整，请刷新后再试。' });
  }
  try {
    const { revision, savedAt, ...result } = await autosaveSection({ actor, applicationId, input: input.data, now: now() });
    const saved = { revision, savedAt: savedAt.toISOString() };
    return result.outcome === 'conflict' ? answer(409, { ...saved, values: result.values }) : answer(200, saved);
  } catch (error) {
    if (error instanceof NotFoundError) return answer(403, { message: '没有这份申报，或您无权修改。' });
    if (error instanceof DomainError) return answer(422, { message: error.sentence });
    throw error;
  }
}

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > longestBody) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const answer = (status: number, body: object): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
