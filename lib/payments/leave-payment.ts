import { db } from '@/lib/db/client';
import { DomainError } from '@/lib/kernel/domain-error';
import { type PaymentPorts, retireAttempt } from './check-attempt';
import { ProviderSilentError } from './provider';

/** The payer gives up paying online, for instance to transfer instead: first make sure that nothing was paid. */
export async function leavePayment(orderId: string, ports: PaymentPorts): Promise<'left' | 'paid'> {
  const live = await db.paymentAttempt.findFirst({ where: { orderId, status: 'CREATED' } });
  if (!live) return 'left';
  try {
    return (await retireAttempt(live, ports)) === 'paid' ? 'paid' : 'left';
  } catch (error) {
    if (!(error instanceof ProviderSilentError)) throw error;
    throw new DomainError(
      'PROVIDER_SILENT',
      '支付通道暂时没有应答，还不能确认您是否已付款。请稍后再试，不要用别的方式重复付款。',
    );
  }
}
