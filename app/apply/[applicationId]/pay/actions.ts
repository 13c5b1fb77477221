'use server';

import { z } from 'zod';
import { revalidatePath } from 'next/cache';
import { lockPayable, type Payable } from '@/lib/applications/lock-for-payment';
import { judge } from '@/lib/applications/policy';
import { paymentPorts } from '@/lib/applications/settle-payment';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import type { FormState } from '@/lib/kernel/form-state';
import { carryOutPayment } from '@/lib/payments/carry-out-payment';
import { paymentProvider } from '@/lib/payments/gateway';
import { livePayLink } from '@/lib/payments/pay-link';
import { judgeOrder, type OrderAbility } from '@/lib/payments/policy';
import { querySentences } from '@/lib/payments/query-payment';
import { removeVoucherFile } from '@/lib/payments/remove-voucher-file';
import { startPaymentInput, uploadVoucherInput, voucherFileInput } from '@/lib/payments/schema';
import { startPayment } from '@/lib/payments/start-payment';
import { uploadVoucher } from '@/lib/payments/upload-voucher';
import { action } from '@/lib/web/action';
import { pageActor } from '@/lib/web/page-actor';
import { withMessage } from '@/lib/web/passed-message';

const may =
  (ability: OrderAbility) =>
  (actor: Actor, { application, order }: Payable, now: Date) => {
    const ofOrder = judgeOrder(actor, ability, order, now);
    return ofOrder.answer === 'yes' ? judge(actor, 'pay', application, now) : ofOrder;
  };

const payPage = (applicationId: string) => `/apply/${applicationId}/pay`;

export const startPaymentAction = action({
  input: startPaymentInput,
  load: lockPayable,
  judge: may('pay_online'),
  run: async ({ tx, actor, subject: { order }, input, now, request }) => {
    const provider = paymentProvider();
    if (!provider) throw new DomainError('NO_PROVIDER', '在线支付尚未开通，请使用线下转账。');
    const wish = { channel: input.channel, renew: input.renew === 'yes' };
    const started = await startPayment({ tx, actor, subject: order, input: wish, provider: provider.name, now });
    return { started, order, now, payerAddress: request.ip };
  },
  after: async ({ result: { started, order, now, payerAddress }, input, actor }) => {
    const ports = paymentPorts(now);
    if (!ports) throw new DomainError('NO_PROVIDER', '在线支付尚未开通，请使用线下转账。');
    const orderPage = `/my/orders/${order.number}`;
    const { isPaid } = await carryOutPayment(started, { ...ports, actor, payerAddress });
    if (isPaid) return { redirectTo: withMessage(orderPage, { tone: 'success', text: querySentences.paid }) };
    const link = input.channel === 'H5' ? await livePayLink(order.id, orderPage) : null;
    return { redirectTo: link ?? payPage(input.applicationId) };
  },
});

export const uploadVoucherAction = action({
  input: uploadVoucherInput,
  load: lockPayable,
  judge: may('upload_voucher'),
  run: (step) => uploadVoucher({ ...step, subject: step.subject.order }),
  after: ({ input }) => ({ redirectTo: payPage(input.applicationId) }),
});

const removeAction = action({
  input: voucherFileInput,
  load: lockPayable,
  judge: may('upload_voucher'),
  run: (step) => removeVoucherFile({ ...step, subject: step.subject.order }),
  after: ({ input }) => ({ refresh: [payPage(input.applicationId)] }),
});

/** The upload box knows the file; the page knows the application. */
export async function removeVoucherFileAction(
  applicationId: string,
  previous: FormState,
  data: FormData,
): Promise<FormState> {
  data.set('applicationId', applicationId);
  return removeAction(previous, data);
}

/** The file itself was judged and recorded when it arrived; the page only has to show it. */
export async function voucherUploadedAction(applicationId: string, fileId: string): Promise<FormState> {
  await pageActor();
  const id = z.uuid().parse(applicationId);
  revalidatePath(payPage(id));
  return { status: 'done', values: { id: z.uuid().parse(fileId) } };
}
