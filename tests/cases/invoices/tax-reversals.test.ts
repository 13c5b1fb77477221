import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { dropReversal, recordReversed, retryReversal } from '@/lib/invoices/reverse-invoice';
import { askPlatform } from '@/lib/invoices/tax/ask-platform';
import { FilesMissingError, fetchFiles } from '@/lib/invoices/tax/fetch-files';
import { overdueAnswers } from '@/lib/invoices/tax/overdue-answers';
import type { TaxPlatform } from '@/lib/invoices/tax/tax-platform';
import { aNumber, ask, press, schoolTitle } from '@/tests/build/invoices';
import { taxDesk } from '@/tests/build/tax-desk';
import { setFaults } from '@/tests/build/tax-process';

const { tax, applicant, cashier, later, ports, invoice, issued, wantReversal, reverse, jobsOf } = taxDesk();

describe('an issued invoice of the platform', () => {
  it('is reversed by the platform; its replacement waits for finance, and two are never live', async () => {
    const first = await issued();
    await wantReversal(schoolTitle);
    expect(await jobsOf('invoices.reverse')).toBe(1);
    expect(await reverse()).toBe('reversed');
    const reversed = await db.invoice.findUniqueOrThrow({ where: { number: first } });
    expect(reversed).toMatchObject({ status: 'REVERSED', redNumber: expect.stringMatching(/^\d{20}$/) });
    expect(await invoice()).toMatchObject({ status: 'REQUESTED', title: '示例市第一中学', replacesId: reversed.id, requestedById: applicant().actor.personId });
    expect(await askPlatform(ports())).toEqual({});
    expect(await issued()).not.toBe(first);
    expect(await db.invoice.count({ where: { orderId: applicant().orderId, status: { not: 'REVERSED' } } })).toBe(1);
    await expect(ask(applicant().actor, applicant().orderId)).rejects.toThrow('已经申请过发票');
  });

  it('stays 红冲中 with the platform’s sentence when it refuses, to be tried again', async () => {
    await issued();
    await setFaults(tax().url, { redRefusal: '受票方尚未确认红字信息确认单。' });
    await wantReversal();
    const { id, redRequestId } = await invoice();
    await expect(press(cashier(), id, 'drop_reversal', dropReversal, { reason: '不红冲了' })).rejects.toThrow('请等待答复');
    expect(await reverse()).toBe('refused');
    expect(await invoice()).toMatchObject({ status: 'REVERSING', redFailure: '受票方尚未确认红字信息确认单。' });
    expect(await askPlatform(ports())).toEqual({});
    await setFaults(tax().url);
    await press(cashier(), id, 'retry_reversal', retryReversal, {}, later());
    expect((await invoice()).redRequestId).not.toBe(redRequestId);
    expect(await askPlatform(ports())).toEqual({ reversed: 1 });
    expect(await invoice()).toMatchObject({ status: 'REVERSED', redFailure: '' });
  });

  it('stands when a refused reversal is dropped, and can be reversed later', async () => {
    const number = await issued();
    await setFaults(tax().url, { redRefusal: '受票方尚未确认红字信息确认单。' });
    await wantReversal();
    await reverse();
    await press(cashier(), (await invoice()).id, 'drop_reversal', dropReversal, { reason: '受票方不同意' });
    expect(await invoice()).toMatchObject({ status: 'ISSUED', number, redRequestId: null, redFailure: '' });
    await setFaults(tax().url);
    await wantReversal();
    expect(await reverse()).toBe('reversed');
  });

  it('may be recorded as reversed by hand once the platform has refused', async () => {
    await issued();
    await setFaults(tax().url, { redRefusal: '这张蓝字发票已经红冲。' });
    await wantReversal();
    const { id } = await invoice();
    const redNumber = aNumber();
    await expect(press(cashier(), id, 'record_reversed', recordReversed, { redNumber })).rejects.toThrow('请等待答复');
    await reverse();
    await press(cashier(), id, 'record_reversed', recordReversed, { redNumber });
    expect(await invoice()).toMatchObject({ status: 'REVERSED', redNumber, redFailure: '' });
  });

  it('is reversed once, whatever is lost on the way', async () => {
    await issued();
    await setFaults(tax().url, { answers: 'lost' });
    await wantReversal();
    const { redRequestId } = await invoice();
    expect(await reverse()).toBe('silent');
    expect(await overdueAnswers(cashier(), later())).toEqual({ issuing: 0, reversing: 0 });
    expect((await overdueAnswers(cashier(), new Date(later().getTime() + 3_600_000))).reversing).toBe(1);
    await setFaults(tax().url);
    await Promise.all([reverse(), askPlatform(ports())]);
    expect(await invoice()).toMatchObject({ status: 'REVERSED' });
    expect(tax().written(redRequestId ?? 'none')).toBe(1);
  });
});

describe('the files of an invoice of the platform', () => {
  it('are kept with it and sent in one mail, of the blue and of the red one', async () => {
    await issued();
    const { id } = await invoice();
    expect(await jobsOf('invoices.fetch-files')).toBe(1);
    await fetchFiles({ invoiceId: id, side: 'BLUE' }, ports());
    await fetchFiles({ invoiceId: id, side: 'BLUE' }, ports());
    await wantReversal();
    await reverse();
    await fetchFiles({ invoiceId: id, side: 'RED' }, ports());
    const kept = await db.invoiceFile.findMany({ where: { invoiceId: id } });
    expect(kept.map(({ side, format }) => `${side} ${format}`).sort()).toEqual(['BLUE OFD', 'BLUE PDF', 'BLUE XML', 'RED OFD', 'RED PDF', 'RED XML']);
    expect(kept.every(({ addedById }) => addedById === null)).toBe(true);
    expect(await db.message.count({ where: { invoiceId: id, template: 'invoice.files', channel: 'MAIL' } })).toBe(2);
  });

  it('that cannot be fetched are asked for again, and the invoice is issued all the same', async () => {
    await setFaults(tax().url, { filesMissing: true });
    await issued();
    const { id, number } = await invoice();
    await expect(fetchFiles({ invoiceId: id, side: 'BLUE' }, ports())).rejects.toThrow(FilesMissingError);
    await setFaults(tax().url);
    const onlyPdf: TaxPlatform = { ...tax().platform, file: async (of, format) => (format === 'PDF' ? tax().platform.file(of, format) : null) };
    await expect(fetchFiles({ invoiceId: id, side: 'BLUE' }, ports(onlyPdf))).rejects.toThrow('2 files of');
    const strange: TaxPlatform = { ...tax().platform, file: async () => Buffer.from('<html>维护中</html>') };
    await expect(fetchFiles({ invoiceId: id, side: 'BLUE' }, ports(strange))).rejects.toThrow(FilesMissingError);
    await fetchFiles({ invoiceId: id, side: 'BLUE' }, ports());
    expect(await db.invoiceFile.count({ where: { invoiceId: id } })).toBe(3);
    expect(await invoice()).toMatchObject({ status: 'ISSUED', number });
  });
});
