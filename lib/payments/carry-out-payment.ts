import { z } from 'zod';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { env } from '@/lib/env';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import { checkAttempt, type CheckResult, type PaymentPorts, retireAttempt } from './check-attempt';
import { closeAttempt } from './close-attempt';
import { lockOrder } from './lock-order';
import { judgeOrder } from './policy';
import { channels, ProviderSilentError } from './provider';
import { providerNamed } from './providers';
import { type StartedPayment, startPayment } from './start-payment';

interface Errand extends PaymentPorts {
  actor: Actor;
  payerAddress: string;
  payerOpenId?: string | undefined;
  /** Where the payer comes back to from the provider's page. */
  returnPath: string;
}

export type PaymentOpened = { isPaid: boolean };

/** What a started payment needs of the provider, after the intent has been committed. */
export async function carryOutPayment(started: StartedPayment, errand: Errand): Promise<PaymentOpened> {
  try {
    if (started.step === 'show') return { isPaid: false };
    if (started.step === 'open') return await openAttempt(started.attemptId, errand);
    return await replaceAttempt(started, errand);
  } catch (error) {
    if (!(error instanceof ProviderSilentError)) throw error;
    throw new DomainError(
      'PROVIDER_SILENT',
      '支付通道暂时没有应答，请稍候再试。如果您已经付过款，请点“我已支付，查询结果”，不要重复付款。',
    );
  }
}

async function replaceAttempt(started: StartedPayment, errand: Errand): Promise<PaymentOpened> {
  const old = await db.paymentAttempt.findUniqueOrThrow({ where: { id: started.attemptId } });
  const result = await retireAttempt(old, errand);
  if (result !== 'closed') return { isPaid: result === 'paid' };
  const { actor, now } = errand;
  const { channel, provider } = started;
  const next = await inTransaction(async (tx) => {
    const subject = await lockOrder(tx, started.orderId);
    const judgement = judgeOrder(actor, 'pay_online', subject, now);
    if (judgement.answer !== 'yes') return null;
    return startPayment({ tx, actor, subject, input: { channel }, provider, now });
  });
  // Another tab may have been quicker: its attempt stands, and the page shows it.
  return next?.step === 'open' ? openAttempt(next.attemptId, errand) : { isPaid: false };
}

async function openAttempt(attemptId: string, errand: Errand): Promise<PaymentOpened> {
  const { providers, payerAddress, payerOpenId, returnPath, now } = errand;
  const attempt = await db.paymentAttempt.findUniqueOrThrow({ where: { id: attemptId }, include: { order: true } });
  const creation = await providerNamed(providers, attempt.provider).createPayment({
    outTradeNumber: attempt.outTradeNumber,
    title: attempt.order.title,
    amountFen: attempt.amountFen,
    channel: z.enum(channels).parse(attempt.channel),
    validForSeconds: Math.max(60, Math.floor((attempt.expiresAt.getTime() - now.getTime()) / 1000)),
    payerAddress,
    payerOpenId,
    returnUrl: new URL(returnPath, env.APP_URL).href,
  });
  if (creation.answer === 'created') {
    const { payUrl } = creation;
    const { count } = await db.paymentAttempt.updateMany({
      where: { id: attemptId, status: 'CREATED' },
      data: { payUrl },
    });
    // Given up in our books while it was being opened: then nobody may pay it.
    return count === 1 ? { isPaid: false } : ended(await retireAttempt(attempt, errand));
  }
  if (creation.answer === 'finished') return ended(await checkAttempt(attempt, errand));
  await inTransaction((tx) => closeAttempt({ tx, attempt, as: 'FAILED', now }));
  throw new DomainError(
    'PROVIDER_REFUSED',
    '支付通道没有接受这笔订单，您没有被扣款。请改用线下转账，或联系技术咨询人员。',
  );
}

function ended(result: CheckResult): PaymentOpened {
  if (result === 'paid') return { isPaid: true };
  throw new DomainError('PAYMENT_ENDED', '这一笔支付已经结束，请重新发起支付。');
}
