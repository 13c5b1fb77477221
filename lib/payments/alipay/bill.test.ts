import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alipayOfSandbox } from '../../../tests/build/sandbox-process';
import type { PaymentProvider } from '../provider';
import { type Gateway, startGateway } from '../sandbox/gateway';
import { openJournal } from '../sandbox/journal';
import { alipayPay } from './alipay-pay';
import { billAddress, readBill } from './bill';
import { unzip } from '@/lib/files/unzip';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'alipay-bill-'));
const noonYesterday = Math.floor((Date.now() + 8 * 3_600_000) / 86_400_000) * 86_400_000 - 20 * 3_600_000;
const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
const notice = { id: 'n', tries: 99, nextAt: 0, isDelivered: true };

/** What the gateway would have written yesterday; one of the payments was WeChat's. */
function livedYesterday(): void {
  const journal = openJournal(directory);
  const common = { description: '江苏省初级科技辅导员专业水平认证', notifyUrl: 'http://127.0.0.1:9/notice' };
  for (const [outTradeNumber, totalFen, transactionId, tradeType] of [
    ['coaa028bill-1', 10_000, '2026001', 'PAGE'],
    ['coaa028bill-2', 123, '2026002', 'WAP'],
    ['coaa028bill-3', 500, '4200003', 'NATIVE'],
  ] as const) {
    const times = { createdAt: noonYesterday, expiresAt: noonYesterday + 60_000 };
    const open = { state: 'NOTPAY' as const, transactionId: '', paidAt: 0, token: '0'.repeat(32) };
    journal.write({ kind: 'created', trade: { ...common, ...times, ...open, outTradeNumber, totalFen, tradeType, notice } });
    journal.write({ kind: 'paid', outTradeNumber, at: noonYesterday, transactionId, noticeId: 'n' });
    journal.write({ kind: 'noticed', outTradeNumber });
  }
  const refund = { refundNumber: 'R1', refundId: '', outTradeNumber: 'coaa028bill-1', amountFen: 2_500, notifyUrl: common.notifyUrl };
  journal.write({ kind: 'refund_created', refund: { ...refund, state: 'PROCESSING', createdAt: noonYesterday, finishedAt: 0, notice } });
  journal.write({ kind: 'refund_finished', refundNumber: 'R1', at: noonYesterday + 3_600_000 });
  journal.close();
}

let gateway: Gateway;
let provider: PaymentProvider;

beforeAll(async () => {
  livedYesterday();
  gateway = await startGateway({ directory, port: 0 });
  provider = alipayPay(alipayOfSandbox({ directory, url: gateway.url, noticeUrl: 'http://127.0.0.1:9/notice' }));
});

afterAll(async () => {
  await gateway.stop();
  fs.rmSync(directory, { recursive: true, force: true });
});

describe('the bill of a day', () => {
  it('names every payment and every refund in whole fen, with what Alipay keeps', async () => {
    const payment = { kind: 'payment', refundNumber: '', providerRefundId: '', at: new Date(noonYesterday), state: 'done' };
    const first = { outTradeNumber: 'coaa028bill-1', providerTransactionId: '2026001' };
    const second = { outTradeNumber: 'coaa028bill-2', providerTransactionId: '2026002' };
    const refund = { kind: 'refund', refundNumber: 'R1', providerRefundId: '2026001-R1', at: new Date(noonYesterday + 3_600_000), state: 'done' };
    expect(await provider.dailyBill(dayOf(noonYesterday))).toEqual([
      { ...payment, ...first, amountFen: 10_000, feeFen: 60 },
      { ...payment, ...second, amountFen: 123, feeFen: 1 },
      { ...refund, ...first, amountFen: 2_500, feeFen: -15 },
    ]);
  });

  it('is empty for a day without money, and lies where nobody can guess it', async () => {
    expect(await provider.dailyBill('2001-01-01')).toEqual([]);
    const address = `${gateway.url}/alipay-bill?day=${dayOf(noonYesterday)}&key=${'0'.repeat(64)}`;
    expect((await fetch(address)).status).toBe(404);
  });

  it('is fetched from Alipay alone, and over TLS though the address has none', () => {
    const at = (address: string) => billAddress('https://openapi.alipay.com/gateway.do', address).href;
    expect(at('http://dwbillcenter.alipay.com/downloadBillFile.resource?bizType=trade')).toBe('https://dwbillcenter.alipay.com/downloadBillFile.resource?bizType=trade');
    expect(() => at('https://alipay.com.example.com/bill')).toThrow('another address');
    expect(() => at('https://example.com/.alipay.com')).toThrow('another address');
  });

  it('with a column missing, a kind or an amount that is none is not believed', () => {
    const head = '支付宝交易号,商户订单号,业务类型,完成时间,订单金额（元）,退款批次号/请求号,服务费（元）';
    const line = (change: string) => `#\r\n${head}\r\n${change}\r\n`;
    expect(readBill(line('1\t,2\t,交易\t,2026-11-25 10:00:30\t,100.00\t,\t,-0.60'))).toHaveLength(1);
    expect(() => readBill(line('1,2,交易,2026-11-25 10:00:30,100.00,'))).toThrow('other columns');
    expect(() => readBill(line('1,2,转账,2026-11-25 10:00:30,100.00,,0.00'))).toThrow('tells nothing');
    expect(() => readBill(line('1,2,交易,2026-11-25 10:00:30,1e4,,0.00'))).toThrow('no amount');
    expect(() => readBill('支付宝交易号,业务类型\r\n1,交易\r\n')).toThrow('a bill without');
  });
});

// Made once by another implementation (Python's zipfile), names and content in GBK as Alipay's are.
const archive = Buffer.from(
  'UEsDBBQAAAAIAABIel1qRwdCugEAAGMDAAAqAAAAMjA4ODAwMDAwMDAwMDAwMTAxNTZfMjAyNjExMjVf0rXO8cP3z7guY3N2lVJNT8JAED1Dwn9owo1scXdJCXLyN3g1HgjxpsGjv0eioBesQoulVRRbahEQpCWamGDiRfyIxoMG1LhbilYwRLeb3Xkzb2dfZ8dvpfICv97M1Z5KL/X89k0j4/P6zYqkJqU5DCMR+D0QRFx4noS1R0PWTe3CpuDwUReh1iHmdJOBMGrPeYZhLNPaHWeF3SySiyVjePvBKX9Psc87UKUUmm1JBccnhZSwkVsjJmUWO6dV4tPEUn9HA9mskjZ4+RpUuzvHtlFSc12+Q8jUsDnb5+2XFg8sUyD/BYSWqJiVQgrQnMqj8JBMtzaTGySl3DRyhunAgQTpbuvNccgZ0eLXf0TP1MKl67QL6hmpUu+5susZWwql0Zz1vthwRffTI45qZf9B7WVrkjpVvi0/E9niR+1JbDhh0dKfHZPPt1d9XlphhDCHMXknD4gnYjGIIywxaRE9wNgrvnsAZbEIsZhjkPMGvzhDxDn8YoFAYGZhJba0vLgQjCeWPABBGKTHhvvkdRSxMBj+gpNk0wL8VTYORblpMifJJjz7zuH+H9mzVBAMIu5b+FjfKlfG66B3/Xbb1mUtKSHe8Hk/AVBLAwQUAAAACAAASHpd4XgrFgkAAAAHAAAAMAAAADIwODgwMDAwMDAwMDAwMDEwMTU2XzIwMjYxMTI1X9K1zvHD98+4KLvj19wpLmNzdlPe/fj6HV4uAFBLAQIUAxQAAAAIAABIel1qRwdCugEAAGMDAAAqAAAAAAAAAAAAAACAAQAAAAAyMDg4MDAwMDAwMDAwMDAxMDE1Nl8yMDI2MTEyNV/Stc7xw/fPuC5jc3ZQSwECFAMUAAAACAAASHpd4XgrFgkAAAAHAAAAMAAAAAAAAAAAAAAAgAECAgAAMjA4ODAwMDAwMDAwMDAwMTAxNTZfMjAyNjExMjVf0rXO8cP3z7gou+PX3CkuY3N2UEsFBgAAAAACAAIAtgAAAFkCAAAAAA==',
  'base64',
);

describe('an archive', () => {
  it('of another maker is opened, names and all', () => {
    const [detail, sums] = [...unzip(archive)];
    expect([detail?.name, sums?.name]).toEqual(['20880000000000010156_20261125_业务明细.csv', '20880000000000010156_20261125_业务明细(汇总).csv']);
    const text = new TextDecoder('gbk').decode(detail?.read(1_000_000));
    expect(readBill(text)).toMatchObject([
      { kind: 'payment', outTradeNumber: 'coaa028-1', providerTransactionId: '2026112522001', amountFen: 10_000, feeFen: 60 },
      { kind: 'refund', refundNumber: 'R-1', amountFen: 2_500, feeFen: -15, at: new Date('2026-11-25T15:59:59Z') },
    ]);
  });

  it('that was cut, harmed, or is larger than allowed is refused', () => {
    const harmed = Buffer.from(archive);
    harmed[120] = (harmed[120] ?? 0) ^ 1;
    expect(() => [...unzip(harmed)].map((entry) => entry.read(1_000_000))).toThrow();
    expect(() => [...unzip(archive.subarray(0, -30))]).toThrow('no archive');
    expect(() => [...unzip(archive)].map((entry) => entry.read(100))).toThrow();
  });
});
