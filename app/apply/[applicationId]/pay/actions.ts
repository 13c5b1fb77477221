'use server';

import { z } from 'zod';
import { revalidatePath } from 'next/cache';
import { judgePayment } from '@/lib/applications/judge-payment';
import { lockPayable, type Payable } from '@/lib/applications/lock-for-payment';
import { paymentPorts } from '@/lib/applications/settle-payment';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import type { FormState } from '@/lib/kernel/form-state';
import { carryOutPayment } from '@/lib/payments/carry-out-payment';
import { paymentProviders } from '@/lib/payments/gateway';
import { livePayLink } from '@/lib/payments/pay-link';
import type { OrderAbility } from '@/lib/payments/policy';
import { ProviderSilentError } from '@/lib/payments/provider';
import { providerFor } from '@/lib/payments/providers';
import { paidWords } from '@/lib/payments/query-answer';
import { removeVoucherFile } from '@/lib/payments/remove-voucher-file';
import { startPaymentInput, uploadVoucherInput, voucherFileInput } from '@/lib/payments/schema';
import { startPayment } from '@/lib/payments/start-payment';
import { uploadVoucher } from '@/lib/payments/upload-voucher';
import { action } from '@/lib/web/action';
import { pageActor } from '@/lib/web/page-actor';
import { withMessage } from '@/lib/web/passed-message';
import { orderPage, payPage } from '../../../my/orders/order-pages';

const may =
  (ability: OrderAbility) =>
  (actor: Actor, payable: Payable, now: Date) =>
    judgePayment(actor, ability, payable, now);

export const startPaymentAction = action({
  input: startPaymentInput,
  prepare: ({ input: { code } }) => payerInside(code),
  load: lockPayable,
  judge: may('pay_online'),
  run: async ({ tx, actor, subject: { order }, input, now, request, prepared: payerOpenId }) => {
    const provider = providerFor(paymentProviders(), input.channel);
    if (!provider) throw new DomainError('NO_PROVIDER', '这种支付方式尚未开通，请改用其他方式付款。');
    const wish = { channel: input.channel, renew: input.renew === 'yes' };
    const started = await startPayment({ tx, actor, subject: order, input: wish, provider: provider.name, now });
    return { started, order, now, payer: { payerAddress: request.ip, payerOpenId } };
  },
  after: async ({ result: { started, order, now, payer }, input, actor }) => {
    const ports = paymentPorts(now);
    if (!ports) throw new DomainError('NO_PROVIDER', '在线支付尚未开通，请使用线下转账。');
    const { isPaid } = await carryOutPayment(started, { ...ports, ...payer, actor, returnPath: orderPage(order) });
    if (isPaid) return { redirectTo: withMessage(orderPage(order), { tone: 'success', text: paidWords }) };
    const link = input.channel !== 'NATIVE' ? await livePayLink(order.id, orderPage(order)) : null;
    return { redirectTo: link ?? payPage(order) };
  },
});

/** Whom WeChat's code names; a code is good once, and for five minutes. */
async function payerInside(code: string | undefined): Promise<string | undefined> {
  if (code === undefined) return undefined;
  const inside = providerFor(paymentProviders(), 'JSAPI')?.inside;
  if (!inside) throw new DomainError('NO_PROVIDER', '微信内支付尚未开通，请改用其他方式付款。');
  const openId = await inside.whoIs(code).catch(silentWechat);
  if (openId === null) throw new DomainError('CODE_USED', '微信的身份确认已失效，请刷新本页，重新点“用微信付款”。');
  return openId;
}

function silentWechat(error: unknown): never {
  if (!(error instanceof ProviderSilentError)) throw error;
  throw new DomainError('PROVIDER_SILENT', '微信暂时没有应答，请稍候再试，您没有被扣款。');
}

export const uploadVoucherAction = action({
  input: uploadVoucherInput,
  load: lockPayable,
  judge: may('upload_voucher'),
  run: async (step) => {
    await uploadVoucher({ ...step, subject: step.subject.order });
    return step.subject.order;
  },
  after: ({ result }) => ({ redirectTo: payPage(result) }),
});

const removeAction = action({
  input: voucherFileInput,
  load: lockPayable,
  judge: may('upload_voucher'),
  run: async (step) => {
    await removeVoucherFile({ ...step, subject: step.subject.order });
    return step.subject.order;
  },
  after: ({ result }) => ({ refresh: [payPage(result)] }),
});

/** The upload box knows the file; the page knows the order. */
export async function removeVoucherFileAction(
  orderId: string,
  previous: FormState,
  data: FormData,
): Promise<FormState> {
  data.set('orderId', orderId);
  return removeAction(previous, data);
}

/** The file itself was judged and recorded when it arrived; the page only has to show it. */
export async function voucherUploadedAction(fileId: string): Promise<FormState> {
  await pageActor();
  revalidatePath('/apply/[applicationId]/pay', 'page');
  revalidatePath('/unit/orders/[orderNumber]/pay', 'page');
  return { status: 'done', values: { id: z.uuid().parse(fileId) } };
}
