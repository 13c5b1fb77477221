import { type NoticeResult, takeNotice } from '../../take-notice';

export const dynamic = 'force-dynamic';

const refusals: Record<Exclude<NoticeResult, 'taken'>, number> = {
  refused: 401,
  not_set_up: 404,
  too_long: 413,
  failed: 500,
};

/** Where Alipay tells of payments. It tells again until the answer is this one word. */
export async function POST(request: Request): Promise<Response> {
  const result = await takeNotice(request, 'alipay');
  if (result === 'taken') return new Response('success');
  return new Response('failure', { status: refusals[result] });
}
