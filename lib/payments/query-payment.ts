import { db } from '@/lib/db/client';
import { DomainError } from '@/lib/kernel/domain-error';
import { checkAttempt, type PaymentPorts } from './check-attempt';
import type { LoadedOrder } from './lock-order';
import { ProviderSilentError } from './provider';

export type QueryAnswer = 'paid' | 'unmatched' | 'nothing_yet';

/** A second question within this time is answered from the books. */
const pauseMs = 3000;
const asked = ['CREATED', 'CLOSED'];

/** "我已支付，查询结果": asks for every attempt that may have been paid, closed ones too. */
export async function queryPayment(orderId: string, ports: PaymentPorts): Promise<QueryAnswer> {
  const order = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    include: { attempts: { orderBy: { sequence: 'desc' }, take: 5 } },
  });
  if (order.status === 'PAID') return 'paid';
  try {
    for (const attempt of order.attempts.filter((one) => isDue(one, ports.now))) await checkAttempt(attempt, ports);
  } catch (error) {
    if (!(error instanceof ProviderSilentError)) throw error;
    throw new DomainError(
      'PROVIDER_SILENT',
      '支付通道暂时没有应答，系统会自动继续查询。请稍后刷新本页，不要重复付款。',
    );
  }
  return answerFromBooks(orderId);
}

async function answerFromBooks(orderId: string): Promise<QueryAnswer> {
  const { status, unmatched } = await db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { status: true, unmatched: { where: { resolvedAt: null }, select: { id: true } } },
  });
  if (status === 'PAID') return 'paid';
  return unmatched.length > 0 ? 'unmatched' : 'nothing_yet';
}

function isDue(attempt: LoadedOrder['attempts'][number], now: Date): boolean {
  if (!asked.includes(attempt.status)) return false;
  return attempt.checkedAt === null || now.getTime() - attempt.checkedAt.getTime() >= pauseMs;
}

export const querySentences: Record<QueryAnswer, string> = {
  paid: '已查到付款，订单已支付。',
  unmatched: '已查到一笔到账，但与订单不符，财务人员会核对并通知您，请不要再次付款。',
  nothing_yet: '支付平台还没有收到这笔付款。如果您刚刚付款，请过一分钟再查询，不要重复付款。',
};
