import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { confirmVoucher } from '@/lib/payments/confirm-voucher';
import { lockOrder } from '@/lib/payments/lock-order';
import { lockVoucher } from '@/lib/payments/lock-voucher';
import { judgeOrder } from '@/lib/payments/policy';
import { refuseVoucher } from '@/lib/payments/refuse-voucher';
import { lockUnmatched, resolveUnmatched } from '@/lib/payments/resolve-unmatched';
import { confirmVoucherInput, refuseVoucherInput, uploadVoucherInput } from '@/lib/payments/schema';
import { uploadVoucher } from '@/lib/payments/upload-voucher';
import { withdrawVoucher } from '@/lib/payments/withdraw-voucher';
import { memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { financeOf, payDay, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';

const now = payDay;
let applicant: PayingApplicant;
let finance: Actor;

beforeEach(async () => {
  applicant = await payingApplicant();
  finance = await financeOf('jiangsu');
});

async function voucherFile(by: Actor = applicant.actor): Promise<string> {
  const personId = by.personId ?? '';
  const { id } = await db.storedFile.create({
    data: {
      ownerId: personId,
      uploadedById: personId,
      applicationId: applicant.applicationId,
      purpose: 'PAYMENT_VOUCHER',
      storageKey: `files/${randomUUID()}`,
      name: '转账凭证.pdf',
      mediaType: 'application/pdf',
      bytes: 1000,
      sha256: '',
      status: 'CLEAN',
      createdAt: now,
    },
  });
  return id;
}

interface Typed {
  fileId?: string;
  amount?: string;
  paidOn?: string;
}

async function upload({ fileId, amount = '100', paidOn = '2025年2月9日' }: Typed = {}): Promise<string> {
  const typed = { orderId: applicant.orderId, payerName: ' 示例付款人 ', paidOn, amount };
  const input = uploadVoucherInput.parse({ ...typed, fileId: fileId ?? (await voucherFile()) });
  await inTransaction(async (tx) =>
    uploadVoucher({ tx, actor: applicant.actor, subject: await lockOrder(tx, applicant.orderId), input, now }),
  );
  return (await applicant.order()).vouchers.find(({ status }) => status === 'UPLOADED')?.id ?? '';
}

const confirm = (voucherId: string, bankReference: string, arrived = '100.00', actor = finance) =>
  inTransaction(async (tx) => {
    const input = confirmVoucherInput.parse({ voucherId, bankReference, arrived });
    return confirmVoucher({ tx, actor, subject: await lockVoucher(tx, voucherId), input, now });
  });

const refuse = (voucherId: string, typed: { note: string; bankReference?: string; arrived?: string }, actor = finance) =>
  inTransaction(async (tx) => {
    const input = refuseVoucherInput.parse({ voucherId, ...typed });
    await refuseVoucher({ tx, actor, subject: await lockVoucher(tx, voucherId), input, now });
  });

const reference = () => `BOC${randomUUID().slice(0, 8)}`;

describe('an offline transfer', () => {
  it('waits for finance staff and pays the order when they find the money', async () => {
    const voucherId = await upload();
    expect(await applicant.order()).toMatchObject({ status: 'VOUCHER_UPLOADED', paidFen: 0 });
    expect((await applicant.order()).vouchers[0]).toMatchObject({ payerName: '示例付款人', amountFen: 10_000 });
    expect(await confirm(voucherId, reference())).toMatchObject({ settled: true, orderId: applicant.orderId });
    expect(await applicant.order()).toMatchObject({ status: 'PAID', paidFen: 10_000 });
  });

  it('keeps the payer from paying online at the same time', async () => {
    await upload();
    const order = await applicant.order();
    expect(judgeOrder(applicant.actor, 'pay_online', order, now)).toMatchObject({ answer: 'not_yet' });
    await expect(payOnline({ ...applicant, provider: memoryProvider(), now })).rejects.toThrow('等待财务人员确认');
  });

  it('is not taken while an online payment is open', async () => {
    await payOnline({ ...applicant, provider: memoryProvider(), now });
    expect(judgeOrder(applicant.actor, 'upload_voucher', await applicant.order(), now)).toMatchObject({
      answer: 'not_yet',
    });
  });

  it('must be of the order’s amount, of a past day and of a file of one’s own', async () => {
    await expect(upload({ amount: '99' })).rejects.toThrow('订单金额是 ¥100.00');
    await expect(upload({ paidOn: '2025-02-11' })).rejects.toThrow('不能晚于今天');
    await expect(upload({ fileId: await voucherFile(finance) })).rejects.toThrow('not found');
    expect((await applicant.order()).status).toBe('UNPAID');
  });

  it('can be taken back and handed in anew', async () => {
    await upload();
    await inTransaction(async (tx) =>
      withdrawVoucher({ tx, actor: applicant.actor, subject: await lockOrder(tx, applicant.orderId), input: {}, now }),
    );
    expect((await applicant.order()).status).toBe('UNPAID');
    await upload();
    expect((await applicant.order()).vouchers.map(({ status }) => status).sort()).toEqual(['UPLOADED', 'WITHDRAWN']);
  });

  it('above the cycle’s limit counts when a second person has found it under the same number', async () => {
    const { cycleId } = await applicant.order();
    const limit = (transferEyesAboveFen: number | null) => db.cycle.update({ where: { id: cycleId }, data: { transferEyesAboveFen } });
    await limit(9_999);
    try {
      const second = await financeOf('jiangsu');
      const [voucherId, number] = [await upload(), reference()];
      const found = { settled: false, because: 'FOUND_FIRST' };
      expect(await confirm(voucherId, reference())).toEqual(found);
      expect(await confirm(voucherId, number)).toEqual(found);
      expect(await applicant.order()).toMatchObject({ status: 'VOUCHER_UPLOADED', paidFen: 0 });
      const withdraw = inTransaction(async (tx) =>
        withdrawVoucher({ tx, actor: applicant.actor, subject: await lockOrder(tx, applicant.orderId), input: {}, now }),
      );
      await expect(withdraw).rejects.toThrow('已查到这笔转账，正等另一位财务人员确认，不能再撤回');
      await expect(refuse(voucherId, { note: '没有查到' }, second)).rejects.toThrow(`已查到这笔到账（流水号 ${number.toUpperCase()}）`);
      await expect(confirm(voucherId, reference(), '100.00', second)).rejects.toThrow('流水号与第一位财务人员登记的不同');
      const twice = await Promise.allSettled([confirm(voucherId, number, '100.00', second), confirm(voucherId, number, '100.00', second)]);
      expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await applicant.order()).toMatchObject({ status: 'PAID', paidFen: 10_000 });
      await limit(10_000);
      const other = await payingApplicant();
      applicant = other;
      expect(await confirm(await upload(), reference())).toMatchObject({ settled: true });
    } finally {
      await limit(null);
    }
  });

  it('that one person has found is refused by himself alone, if he was mistaken', async () => {
    const { cycleId } = await applicant.order();
    await db.cycle.update({ where: { id: cycleId }, data: { transferEyesAboveFen: 9_999 } });
    try {
      const voucherId = await upload();
      await confirm(voucherId, reference());
      await refuse(voucherId, { note: '看错了一笔' });
      expect(await applicant.order()).toMatchObject({ status: 'UNPAID', vouchers: [{ status: 'REFUSED' }] });
    } finally {
      await db.cycle.update({ where: { id: cycleId }, data: { transferEyesAboveFen: null } });
    }
  });

  it('is refused with a reason that the payer is told', async () => {
    const voucherId = await upload();
    await refuse(voucherId, { note: '没有查到这笔转账' });
    expect(await applicant.order()).toMatchObject({ status: 'UNPAID', vouchers: [{ status: 'REFUSED' }] });
    const message = await db.message.findFirst({ where: { personId: applicant.actor.personId, channel: 'SITE' } });
    expect(message?.text).toContain('没有查到这笔转账。');
  });

  it('of another amount is refused, and the money that came is listed', async () => {
    const voucherId = await upload();
    await expect(confirm(voucherId, reference(), '90.00')).rejects.toThrow('到账金额应为 ¥100.00');
    await refuse(voucherId, { note: '少了 10 元', bankReference: reference(), arrived: '90' });
    const order = await applicant.order();
    expect(order.unmatched).toMatchObject([{ reason: 'WRONG_AMOUNT', amountFen: 9000, provider: 'bank' }]);
    expect(judgeOrder(applicant.actor, 'pay_online', order, now)).toMatchObject({ answer: 'not_yet' });
    const unmatchedId = order.unmatched[0]?.id ?? '';
    const input = { unmatchedId, outcome: 'RETURNED' as const, resolution: '2月11日原路退回 ¥90.00', bankReference: reference() };
    await inTransaction(async (tx) =>
      resolveUnmatched({ tx, actor: finance, subject: await lockUnmatched(tx, unmatchedId), input, now }),
    );
    expect(judgeOrder(applicant.actor, 'pay_online', await applicant.order(), now)).toEqual({ answer: 'yes' });
  });
});

describe('finance staff', () => {
  it('cannot use one transfer of the bank for two orders, not even at the same moment', async () => {
    const same = reference();
    const vouchers = [await upload()];
    applicant = await payingApplicant();
    vouchers.push(await upload());
    const results = await Promise.allSettled(vouchers.map((id) => confirm(id, same)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(String(refused?.reason)).toContain('这个银行流水号已用于订单');
  });

  it('decide a voucher once, the second one is told by whom', async () => {
    const voucherId = await upload();
    const colleague = await financeOf('jiangsu');
    const results = await Promise.allSettled([
      confirm(voucherId, reference()),
      confirm(voucherId, reference(), '100', colleague),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(String(results.find((result) => result.status === 'rejected')?.reason)).toContain('已由示例财务处理');
  });

  it('never decide their own, whatever role they act in', async () => {
    const voucherId = await upload();
    const myself: Actor = { ...applicant.actor, role: 'FINANCE', associationId: 'jiangsu' };
    const order = await applicant.order();
    expect(judgeOrder(myself, 'decide_voucher', order, now)).toEqual({ answer: 'not_yours' });
    await expect(confirm(voucherId, reference(), '100', myself)).rejects.toThrow('not found');
    await expect(
      db.paymentVoucher.update({
        where: { id: voucherId },
        data: { status: 'CONFIRMED', bankReference: reference(), decidedById: myself.personId },
      }),
    ).rejects.toThrow('confirmed_by_another');
  });

  it('of another province do not see the order', async () => {
    const elsewhere = await financeOf('zhejiang');
    expect(judgeOrder(elsewhere, 'see', await applicant.order(), now)).toEqual({ answer: 'not_yours' });
  });

  it('who confirm a transfer for an order that was paid online meanwhile get it listed as a duplicate', async () => {
    const provider = memoryProvider();
    await payOnline({ ...applicant, provider, now });
    const outTradeNumber = (await applicant.order()).attempts[0]?.outTradeNumber ?? '';
    await payOnline({ ...applicant, provider, now, channel: 'H5' });
    const h5 = (await applicant.order()).attempts[0];
    await provider.closePayment(h5?.outTradeNumber ?? '');
    await db.paymentAttempt.update({ where: { id: h5?.id ?? '' }, data: { status: 'CLOSED' } });
    await db.order.update({ where: { id: applicant.orderId }, data: { status: 'UNPAID' } });
    const voucherId = await upload();
    const report = {
      provider: 'memory',
      outTradeNumber,
      providerTransactionId: 'late',
      amountFen: 10_000,
      paidAt: now,
    };
    expect(await settlePayment({ told: { state: 'paid', report }, now })).toMatchObject({ settled: true });
    expect(await confirm(voucherId, reference())).toEqual({ settled: false, because: 'DUPLICATE' });
    expect((await applicant.order()).paidFen).toBe(10_000);
    expect((await applicant.order()).unmatched).toMatchObject([{ reason: 'DUPLICATE', provider: 'bank' }]);
  });
});
