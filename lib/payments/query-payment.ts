import { db } from '@/lib/db/client';
import { DomainError } from '@/lib/kernel/domain-error';
import { checkAttempt, type PaymentPorts } from './check-attempt';
import { type LoadedOrder, orderParts } from './lock-order';
import { ProviderSilentError } from './provider';
import { type Answered, answerFrom, type QueryAnswer } from './query-answer';

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
  return (await queryAnswer(orderId)).answer;
}

/** What the books say now, in words. */
export async function queryAnswer(orderId: string): Promise<Answered> {
  return answerFrom(await db.order.findUniqueOrThrow({ where: { id: orderId }, include: orderParts }));
}

function isDue(attempt: LoadedOrder['attempts'][number], now: Date): boolean {
  if (!asked.includes(attempt.status)) return false;
  return attempt.checkedAt === null || now.getTime() - attempt.checkedAt.getTime() >= pauseMs;
}
