import { paymentPorts } from '@/lib/applications/settle-payment';
import { now } from '@/lib/clock';
import { log } from '@/lib/log';
import { receiveNotice } from '@/lib/payments/receive-notice';

export const dynamic = 'force-dynamic';

const largestNotice = 64 * 1024;

/** Where the payment provider tells of payments. He tells again until he is answered 2xx. */
export async function POST(request: Request): Promise<Response> {
  const ports = paymentPorts(now());
  if (!ports) return answer(404, '未开通在线支付');
  if (Number(request.headers.get('content-length') ?? 0) > largestNotice) return answer(413, '通知过长');
  const body = await request.text();
  if (body.length > largestNotice) return answer(413, '通知过长');
  try {
    const notice = { header: (name: string) => request.headers.get(name) ?? '', body };
    const taken = await receiveNotice({ ...ports, notice });
    return taken === 'taken' ? new Response(null, { status: 204 }) : answer(401, '签名验证失败');
  } catch (error) {
    log().error({ err: error }, 'payment notice failed');
    return answer(500, '暂时无法处理，请稍后重发');
  }
}

const answer = (status: number, message: string): Response => Response.json({ code: 'FAIL', message }, { status });
