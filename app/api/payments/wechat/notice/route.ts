import { type NoticeResult, takeNotice } from '../../take-notice';

export const dynamic = 'force-dynamic';

const refusals: Record<Exclude<NoticeResult, 'taken'>, { status: number; message: string }> = {
  refused: { status: 401, message: '签名验证失败' },
  not_set_up: { status: 404, message: '未开通微信支付' },
  too_long: { status: 413, message: '通知过长' },
  failed: { status: 500, message: '暂时无法处理，请稍后重发' },
};

/** Where WeChat Pay tells of payments. It tells again until it is answered 2xx. */
export async function POST(request: Request): Promise<Response> {
  const result = await takeNotice(request, 'wechat');
  if (result === 'taken') return new Response(null, { status: 204 });
  const { status, message } = refusals[result];
  return Response.json({ code: 'FAIL', message }, { status });
}
