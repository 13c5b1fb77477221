import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { openStore } from '@/lib/files/open-store';
import { withPostedForm } from '@/lib/files/posted-form';
import { findInvoiceFile } from '@/lib/invoices/files/find-file';
import { importInvoiceFiles } from '@/lib/invoices/files/import-files';
import { importWords } from '@/lib/invoices/files/import-words';
import { invoiceList } from '@/lib/invoices/invoice-queries';
import { askReversal, recordReversed } from '@/lib/invoices/reverse-invoice';
import type { Actor } from '@/lib/kernel/actor';
import type { Mail } from '@/lib/messages/carrier';
import { deliverMessage } from '@/lib/messages/deliver-message';
import { attachmentsOf } from '@/lib/worker/attachments';
import { ofdSaying, pdfSaying, xmlSaying, zipOf } from '@/tests/build/invoice-files';
import { aNumber, ask, latestInvoice, paid, press, seller, take, tell } from '@/tests/build/invoices';
import { financeOf, payDay as now, type PayingApplicant, payingApplicant, somebody } from '@/tests/build/paying-applicant';

let applicant: PayingApplicant;
let cashier: Actor;
let number: string;
let invoiceId: string;

async function issuedTo(payer: PayingApplicant): Promise<{ id: string; number: string }> {
  await paid(payer);
  await ask(payer.actor, payer.orderId);
  await take(cashier);
  const { id, serial } = await latestInvoice(payer.orderId);
  const given = aNumber();
  await tell(cashier, `${serial} ${given}`);
  return { id, number: given };
}

beforeEach(async () => {
  applicant = await payingApplicant();
  cashier = await financeOf('jiangsu');
  await seller(cashier);
  ({ id: invoiceId, number } = await issuedTo(applicant));
});

/** As a browser posts what was picked. */
function post(files: readonly (readonly [string, Buffer])[], actor = cashier) {
  const body = new FormData();
  for (const [name, bytes] of files) body.append('file', new File([new Uint8Array(bytes)], name));
  const request = new Request('http://local/office/finance/invoices/files', { method: 'POST', body });
  return withPostedForm(request, { mostFiles: 50 }, (posted) => importInvoiceFiles({ actor, posted, now }));
}

const filesOf = (id: string) => db.invoiceFile.findMany({ where: { invoiceId: id }, orderBy: { format: 'asc' } });

async function mails(): Promise<Mail[]> {
  const sent: Mail[] = [];
  const carrier = { sendSms: () => Promise.reject(new Error('no SMS')), sendMail: async (mail: Mail) => void sent.push(mail) };
  const waiting = await db.message.findMany({ where: { invoiceId, channel: 'MAIL', template: 'invoice.files', status: 'QUEUED' } });
  for (const { id } of waiting) await deliverMessage(id, { carrier, attachmentsOf, now });
  return sent;
}

describe('the files of an issued invoice', () => {
  it('come packed or alone, find their invoice by its number, and reach the mailbox in one mail', async () => {
    const files = [['a.pdf', await pdfSaying(`No. ${number}`)], ['b.zip', zipOf([[`x/${number}.ofd`, ofdSaying(number)], ['c.xml', xmlSaying(number)]])]] as const;
    const imported = await post(files);
    expect(imported).toEqual({ files: { kept: 3, known: 0, replaced: 0 }, invoices: 1, unkept: [] });
    expect(importWords(imported)).toEqual({ tone: 'success', text: '收下 3 个文件，属于 1 张发票，已发到付款人填写的邮箱。' });
    const kept = await filesOf(invoiceId);
    expect(kept.map(({ format, name }) => [format, name])).toEqual(['PDF', 'OFD', 'XML'].map((format) => [format, `发票_${number}_陆示例.${format.toLowerCase()}`]));
    expect(await buffer(await openStore().get(kept[0]?.storageKey ?? ''))).toEqual(files[0][1]);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: 'lu@example.com', subject: '发票文件' });
    expect(mail?.attachments?.map(({ fileName }) => fileName)).toEqual(kept.map(({ name }) => name));
    expect(Buffer.from(mail?.attachments?.[0]?.bytes ?? [])).toEqual(files[0][1]);
  });

  it('that come again are kept and sent once, also from two desks at the same moment', async () => {
    const pdf = await pdfSaying(number);
    const twice = await Promise.all([post([['a.pdf', pdf]]), post([['a.pdf', pdf]])]);
    expect(twice.map(({ files }) => files.kept).sort()).toEqual([0, 1]);
    expect((await post([['a.pdf', pdf]])).files).toEqual({ kept: 0, known: 1, replaced: 0 });
    expect(await mails()).toHaveLength(1);
  });

  it('are replaced by better ones of the same format, and the history says so', async () => {
    await post([['a.pdf', await pdfSaying(number)]]);
    const better = await pdfSaying(`${number} again`);
    expect((await post([['a.pdf', better]])).files).toEqual({ kept: 0, known: 0, replaced: 1 });
    const [file, ...others] = await filesOf(invoiceId);
    expect(others).toEqual([]);
    expect(await buffer(await openStore().get(file?.storageKey ?? ''))).toEqual(better);
    expect(await db.auditEvent.count({ where: { stream: `order:${applicant.orderId}`, name: 'invoice_files_added' } })).toBe(2);
  });

  it('of the red invoice are its own, though they name the blue one too', async () => {
    await press(applicant.actor, invoiceId, 'ask_reversal', askReversal, { reason: '抬头有误', replacement: null });
    const redNumber = aNumber();
    await press(cashier, invoiceId, 'record_reversed', recordReversed, { redNumber });
    await post([['red.pdf', await pdfSaying(`${redNumber} takes back ${number}`)], ['blue.pdf', await pdfSaying(number)]]);
    expect((await filesOf(invoiceId)).map(({ side, name }) => [side, name]).sort()).toEqual([
      ['BLUE', `发票_${number}_陆示例.pdf`],
      ['RED', `红字发票_${redNumber}_陆示例.pdf`],
    ]);
    expect((await mails()).map(({ subject }) => subject).sort()).toEqual(['发票文件', '红字发票文件']);
  });

  it('that fit no invoice are named one by one, and those that fit are kept all the same', async () => {
    const foreign = aNumber();
    const files: [string, Buffer][] = [
      ['good.pdf', await pdfSaying(number)],
      [`dzfp_${foreign}.pdf`, await pdfSaying(number)],
      ['foreign.pdf', await pdfSaying(foreign)],
      ['none.pdf', await pdfSaying('no number')],
      ['note.txt', Buffer.from('hello')],
      ['cut.zip', zipOf([['a.xml', xmlSaying(number)]]).subarray(0, -30)],
      ['script.pdf', await pdfSaying(number, { script: 'app.alert(1)' })],
    ];
    const imported = await post(files);
    expect(imported.files).toEqual({ kept: 1, known: 0, replaced: 0 });
    expect(Object.fromEntries(imported.unkept.map(({ name, because }) => [name, because]))).toEqual({
      [`dzfp_${foreign}.pdf`]: 'differs',
      'foreign.pdf': 'unknown',
      'none.pdf': 'no_number',
      'note.txt': 'kind',
      'cut.zip': 'damaged',
      'script.pdf': 'active',
    });
    expect(importWords(imported).text).toContain('none.pdf：文件名和内容里都没有 20 位发票号码');
  });

  it('of several invoices in one file go to nobody, whatever the name says', async () => {
    const other = await issuedTo(await payingApplicant());
    const both = await pdfSaying(`${number} ${other.number}`);
    expect((await post([['list.pdf', both]])).unkept).toEqual([{ name: 'list.pdf', because: 'ambiguous' }]);
    const withForeign = await pdfSaying(`${number} ${aNumber()}`);
    const names = [`${other.number}.pdf`, `${number}_${other.number}.pdf`, `${number}.pdf`];
    const bytes = [both, both, withForeign];
    const imported = await post(names.map((name, at) => [name, bytes[at] ?? both] as const));
    expect(imported.unkept).toEqual(names.map((name) => ({ name, because: 'ambiguous' })));
    expect([(await filesOf(invoiceId)).length, (await filesOf(other.id)).length]).toEqual([0, 0]);
  });

  it('of a red invoice whose number is not entered yet do not replace the blue ones', async () => {
    const blue = await pdfSaying(number);
    await post([['blue.pdf', blue]]);
    expect((await post([['red.pdf', await pdfSaying(`${aNumber()} takes back ${number}`)]])).unkept).toMatchObject([{ because: 'ambiguous' }]);
    const [kept] = await filesOf(invoiceId);
    expect(await buffer(await openStore().get(kept?.storageKey ?? ''))).toEqual(blue);
  });

  it('are kept by the association that issued it and seen by its payer, by nobody else', async () => {
    const elsewhere = await financeOf('zhejiang');
    expect((await post([['a.pdf', await pdfSaying(number)]], elsewhere)).unkept).toEqual([{ name: 'a.pdf', because: 'unknown' }]);
    await post([['a.pdf', await pdfSaying(number)]]);
    const [file] = await filesOf(invoiceId);
    const id = file?.id ?? '';
    expect(await findInvoiceFile(applicant.actor, id)).toMatchObject({ id });
    expect(await findInvoiceFile(cashier, id)).toMatchObject({ id });
    for (const nobody of [elsewhere, await somebody('APPLICANT', '路人示例'), await somebody('REVIEWER', '审核示例')]) {
      await expect(findInvoiceFile(nobody, id)).rejects.toThrow();
    }
  });

  it('are asked for at the desk as long as the PDF is missing', async () => {
    const missing = async () => (await invoiceList(cashier, { view: 'unfiled', page: 1, q: number })).total;
    expect(await missing()).toBe(1);
    await post([['a.xml', xmlSaying(number)]]);
    expect(await missing()).toBe(1);
    await post([['a.pdf', await pdfSaying(number)]]);
    expect(await missing()).toBe(0);
  });

  it('are refused with a sentence when nothing was picked or too much was', async () => {
    await expect(post([])).rejects.toThrow('请先选择文件');
    await expect(post(Array.from({ length: 51 }, (_, at) => [`${at}.pdf`, Buffer.from('x')]))).rejects.toThrow('一次最多上传 50 个文件');
  });
});
