import { describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { batchSheet } from '@/lib/invoices/batch-sheet';
import { officeInvoice } from '@/lib/invoices/invoice-queries';
import { lockInvoice } from '@/lib/invoices/lock-invoice';
import { judgeInvoice } from '@/lib/invoices/policy';
import { amendInvoice, askAgain } from '@/lib/invoices/request-invoice';
import { askReversal, dropReversal, recordReversed, retryReversal } from '@/lib/invoices/reverse-invoice';
import { askPlatform, issueByPlatform } from '@/lib/invoices/tax/ask-platform';
import { overdueAnswers } from '@/lib/invoices/tax/overdue-answers';
import type { TaxPlatform } from '@/lib/invoices/tax/tax-platform';
import { log } from '@/lib/log';
import { aNumber, ask, latestInvoice, paid, press, schoolTitle, seller, take, tell } from '@/tests/build/invoices';
import { financeOf, payingApplicant } from '@/tests/build/paying-applicant';
import { taxDesk } from '@/tests/build/tax-desk';
import { setFaults } from '@/tests/build/tax-process';
import { workerProcess } from '@/tests/build/worker-process';

const { tax, applicant, cashier, later, ports, invoice, issue, somebodyPays, issued, wantReversal, jobsOf } = taxDesk();

describe('an invoice that is taken by an association with a tax platform', () => {
  it('is handed over by one job, issued with twenty digits, and told once', async () => {
    expect(await take(cashier(), later())).toMatchObject({ count: 1, isByPlatform: true });
    expect(await jobsOf('invoices.issue')).toBe(1);
    expect(await issue()).toBe('issued');
    expect(await invoice()).toMatchObject({ status: 'ISSUED', amountFen: 10_000, number: expect.stringMatching(/^\d{20}$/) });
    expect(await issue()).toBe('over');
    expect(await askPlatform(ports())).toEqual({});
    const news = await db.message.findMany({ where: { personId: applicant().actor.personId ?? '', template: 'invoice.issued' } });
    expect(news.map(({ channel }) => channel).sort()).toEqual(['MAIL', 'SITE']);
    const [event] = await db.auditEvent.findMany({ where: { stream: `order:${applicant().orderId}`, name: 'invoice_issued' } });
    expect(event).toMatchObject({ actorRole: 'SYSTEM', note: (await invoice()).number });
  });

  it('is one invoice of one job done twice at the same moment', async () => {
    await take(cashier(), later());
    await Promise.all([issue(), issue(), askPlatform(ports())]);
    expect(await invoice()).toMatchObject({ status: 'ISSUED' });
    expect(tax().written((await invoice()).serial)).toBe(1);
    expect(await db.message.count({ where: { personId: applicant().actor.personId ?? '', template: 'invoice.issued' } })).toBe(2);
  });

  it('fails with the platform’s sentence, and goes out anew with another title', async () => {
    await setFaults(tax().url, { refusal: '购买方名称与纳税人识别号不符。' });
    await take(cashier(), later());
    expect(await issue()).toBe('failed');
    expect(await invoice()).toMatchObject({ status: 'FAILED', failure: '购买方名称与纳税人识别号不符。' });
    await setFaults(tax().url);
    await press(applicant().actor, (await invoice()).id, 'ask_again', askAgain, {});
    await press(applicant().actor, (await invoice()).id, 'amend', amendInvoice, schoolTitle);
    await take(cashier(), later());
    // The refusal of the first time is not taken for the answer to the second.
    expect(await askPlatform(ports())).toEqual({ issued: 1 });
    expect(await invoice()).toMatchObject({ status: 'ISSUED', title: '示例市第一中学' });
  });

  it.each([{ answers: 'lost' }, { answers: 'broken' }, { answers: 'forged' }, { answers: 'failing' }] as const)(
    'stays 开票中 when the answer is $answers, and is found at the next question',
    async (faults) => {
      await setFaults(tax().url, faults);
      await take(cashier(), later());
      expect(await issue()).toBe('silent');
      expect(await askPlatform(ports())).toEqual({ silent: 1 });
      expect(await invoice()).toMatchObject({ status: 'ISSUING', failure: '' });
      expect((await overdueAnswers(cashier(), new Date(later().getTime() + 3_600_000))).issuing).toBe(1);
      expect((await overdueAnswers(cashier(), later())).issuing).toBe(0);
      await setFaults(tax().url);
      expect(await askPlatform(ports())).toEqual({ issued: 1 });
      expect(tax().written((await invoice()).serial)).toBe(1);
    },
  );

  it('waits while the platform takes its time, and is not asked about twice in a minute', async () => {
    await setFaults(tax().url, { issueAfterMs: 1500 });
    await take(cashier(), later());
    const now = later();
    expect(await askPlatform({ platform: tax().platform, now })).toEqual({ waiting: 1 });
    expect(await askPlatform({ platform: tax().platform, now })).toEqual({});
    await expect.poll(() => askPlatform(ports()), { interval: 300, timeout: 10_000 }).toEqual({ issued: 1 });
  });

  it('is found under its number after the worker was killed between issuing and recording', async () => {
    await setFaults(tax().url, { slowMs: 30_000 });
    await take(cashier(), later());
    const { serial } = await invoice();
    const worker = await workerProcess(later());
    await expect.poll(() => tax().written(serial), { timeout: 30_000 }).toBe(1);
    await worker.kill();
    expect(await invoice()).toMatchObject({ status: 'ISSUING', number: null });
    await setFaults(tax().url);
    const { batch } = await db.invoice.findUniqueOrThrow({ where: { serial }, include: { batch: true } });
    const found = await tax().platform.query(`${serial}-${batch?.number}`);
    expect(await askPlatform(ports())).toEqual({ issued: 1 });
    expect(await invoice()).toMatchObject({ status: 'ISSUED', number: found.state === 'issued' ? found.number : 'none' });
    expect(tax().written(serial)).toBe(1);
  });

  it('is never overwritten by a number that another invoice has', async () => {
    const number = await issued();
    await somebodyPays();
    await take(cashier(), later());
    const confused: TaxPlatform = { ...tax().platform, issue: async () => ({ state: 'issued', number, issuedAt: new Date() }) };
    const told = vi.spyOn(log(), 'error');
    expect(await issueByPlatform((await invoice()).id, ports(confused))).toBe('contradicts');
    expect(await invoice()).toMatchObject({ status: 'ISSUING', number: null });
    expect(told).toHaveBeenCalledOnce();
    await askPlatform(ports());
  });
});

describe('by hand', () => {
  it('nothing is recorded and no spreadsheet is given of what the platform has', async () => {
    const { number: batch } = await take(cashier(), later());
    const { serial, id } = await invoice();
    expect(await tell(cashier(), `${serial} ${aNumber()}`)).toMatchObject([{ outcome: 'at_platform' }]);
    expect(await tell(await financeOf('zhejiang'), `${serial} ${aNumber()}`)).toMatchObject([{ outcome: 'unknown' }]);
    expect(await batchSheet(cashier(), batch, later())).toBeNull();
    expect(await invoice()).toMatchObject({ status: 'ISSUING' });
    await inTransaction(async (tx) => {
      expect(judgeInvoice(cashier(), 'record_issued', await lockInvoice(tx, id)).answer).toBe('not_yours');
    });
    await issue();
  });

  it('the platform is nobody’s who does not finance: another association neither sees nor takes anything', async () => {
    const elsewhere = await financeOf('zhejiang');
    await seller(elsewhere, 'PLATFORM');
    await expect(take(elsewhere, later())).rejects.toThrow('没有已缴费且待开的发票');
    await issued();
    expect(await officeInvoice(elsewhere, (await invoice()).serial)).toBeNull();
    const { id } = await invoice();
    await expect(press(elsewhere, id, 'ask_reversal', askReversal, { reason: '无关', replacement: null })).rejects.toThrow();
    await wantReversal();
    for (const [move, work] of [['retry_reversal', retryReversal], ['drop_reversal', dropReversal]] as const) {
      await expect(press(elsewhere, id, move, work, { reason: '无关' })).rejects.toThrow();
    }
  });

  it('an association may go back to the spreadsheet, and what the platform has stays with it', async () => {
    await take(cashier(), later());
    await seller(cashier(), 'CLIENT');
    expect(await issue()).toBe('issued');
    const other = await payingApplicant();
    await paid(other);
    await ask(other.actor, other.orderId);
    expect(await take(cashier(), later())).toMatchObject({ isByPlatform: false });
    const { serial } = await latestInvoice(other.orderId);
    expect(await tell(cashier(), `${serial} ${aNumber()}`)).toMatchObject([{ outcome: 'issued' }]);
    await press(other.actor, (await latestInvoice(other.orderId)).id, 'ask_reversal', askReversal, { reason: '抬头有误', replacement: null });
    expect(await latestInvoice(other.orderId)).toMatchObject({ redRequestId: null });
    await press(cashier(), (await latestInvoice(other.orderId)).id, 'record_reversed', recordReversed, { redNumber: aNumber() });
  });
});
