import { describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { balances, checkBooks } from '@/lib/ledger/check-books';
import { type Entry, enter } from '@/lib/ledger/enter';
import { memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { payDay as now, payingApplicant } from '../../build/paying-applicant';

const event = (key: string, entries: Entry[]) =>
  inTransaction((tx) => enter({ tx, key, kind: 'payment', payeeId: 'jiangsu', at: now, entries }));
const entriesOf = (orderId: string) =>
  db.ledgerEntry.findMany({ where: { orderId }, select: { account: true, provider: true, amountFen: true }, orderBy: { id: 'asc' } });

async function paid(amountFen = 10_000) {
  const applicant = await payingApplicant();
  const provider = memoryProvider();
  await payOnline({ ...applicant, provider, now });
  const [attempt] = (await applicant.order()).attempts;
  const outTradeNumber = attempt?.outTradeNumber ?? '';
  const report = { provider: 'memory', outTradeNumber, providerTransactionId: `L-${applicant.orderId}`, amountFen, paidAt: now };
  await settlePayment({ told: { state: 'paid', report }, now });
  return applicant;
}

describe('the books', () => {
  it('say where the money of a paid order lies, and agree with the order', async () => {
    const before = await balances('jiangsu', now);
    const { orderId } = await paid();
    expect(await entriesOf(orderId)).toEqual([
      { account: 'GATEWAY', provider: 'memory', amountFen: 10_000 },
      { account: 'FEES', provider: '', amountFen: -10_000 },
    ]);
    const of = (list: typeof before) => list.find(({ account }) => account === 'FEES')?.amountFen ?? 0;
    expect(of(await balances('jiangsu', now)) - of(before)).toBe(-10_000);
    expect(await checkBooks()).toEqual([]);
  });

  it('owe money that pays no order to whoever sent it', async () => {
    const { orderId } = await paid(1);
    expect(await entriesOf(orderId)).toEqual([
      { account: 'GATEWAY', provider: 'memory', amountFen: 1 },
      { account: 'UNMATCHED', provider: '', amountFen: -1 },
    ]);
    expect(await checkBooks()).toEqual([]);
  });

  it('take the same event once, also from twenty who tell it at once', async () => {
    const { orderId } = await payingApplicant();
    const entries: Entry[] = [
      { account: 'BANK', amountFen: 5 },
      { account: 'GATEWAY', provider: 'memory', amountFen: -5, orderId },
    ];
    const answers = await Promise.all(Array.from({ length: 20 }, () => event(`test:${orderId}`, entries)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await entriesOf(orderId)).toHaveLength(1);
  });
});

describe('the database refuses', () => {
  it('an event whose entries do not sum to zero, or of one entry alone', async () => {
    const bank: Entry = { account: 'BANK', amountFen: 5 };
    await expect(event('test:off', [bank, { account: 'BANK', amountFen: -4 }])).rejects.toThrow(/does not sum to zero/);
    await expect(event('test:alone', [bank])).rejects.toThrow(/does not sum to zero/);
    expect(await db.ledgerTransaction.count({ where: { key: { in: ['test:off', 'test:alone'] } } })).toBe(0);
  });

  it('entries that come to an event later', async () => {
    await event('test:closed', [{ account: 'BANK', amountFen: 5 }, { account: 'GATEWAY', provider: 'memory', amountFen: -5 }]);
    const { id: transactionId } = await db.ledgerTransaction.findUniqueOrThrow({ where: { key: 'test:closed' } });
    const more = [1, -1].map((amountFen) => ({ transactionId, account: 'BANK' as const, amountFen }));
    await expect(inTransaction((tx) => tx.ledgerEntry.createMany({ data: more }))).rejects.toThrow(/has 4 entries of 2/);
  });

  it('any change of what stands there', async () => {
    const { orderId } = await paid();
    await expect(db.ledgerEntry.updateMany({ where: { orderId }, data: { amountFen: 1 } })).rejects.toThrow(/append-only/);
    await expect(db.ledgerEntry.deleteMany({ where: { orderId } })).rejects.toThrow(/append-only/);
    await expect(db.ledgerTransaction.deleteMany({})).rejects.toThrow(/append-only/);
  });

  it('an order that says it was paid, or given back, when the books do not', async () => {
    const { orderId } = await payingApplicant();
    const claimed = { status: 'PAID' as const, paidFen: 10_000, paidAt: now };
    await expect(db.order.update({ where: { id: orderId }, data: claimed })).rejects.toThrow(/says 10000 fen, the ledger 0/);
    const { orderId: paidOrder } = await paid();
    await expect(db.order.update({ where: { id: paidOrder }, data: { refundedFen: 1 } })).rejects.toThrow(/the ledger 10000/);
  });
});
