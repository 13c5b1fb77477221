import { paymentPorts } from '@/lib/applications/settle-payment';
import { now } from '@/lib/clock';
import { log } from '@/lib/log';
import type { PaymentWay } from '@/lib/payments/provider';
import { providerOfWay } from '@/lib/payments/providers';
import { type NoticeAnswer, receiveNotice } from '@/lib/payments/receive-notice';
import { readBody } from '@/lib/web/read-body';

const largestNotice = 64 * 1024;

export type NoticeResult = NoticeAnswer | 'not_set_up' | 'too_long' | 'failed';

/** What a provider tells of payments; told again until the answer is the one that he takes for a yes. */
export async function takeNotice(request: Request, way: PaymentWay): Promise<NoticeResult> {
  const ports = paymentPorts(now());
  const provider = ports && providerOfWay(ports.providers, way);
  if (!provider) return 'not_set_up';
  const body = await readBody(request, largestNotice);
  if (body === null) {
    log().warn({ provider: provider.name, because: 'TOO_LONG' }, 'payment notice refused');
    return 'too_long';
  }
  try {
    const notice = { header: (name: string) => request.headers.get(name) ?? '', body };
    return await receiveNotice({ ...ports, provider, notice });
  } catch (error) {
    log().error({ err: error }, 'payment notice failed');
    return 'failed';
  }
}
