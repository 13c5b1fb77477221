import { createHash } from 'node:crypto';
import { db } from '@/lib/db/client';
import type { ProviderBill } from '@/lib/db/generated/client';
import { inTransaction } from '@/lib/db/transaction';
import { parsePlainDate } from '@/lib/kernel/dates';
import { type BillLine, type PaymentProvider, ProviderSilentError } from '../provider';
import { hasUnlisted } from './find-differences';

interface Wish {
  provider: PaymentProvider;
  day: string;
  now: Date;
}

/** The bill of a day, kept once as it came; asked for again only while it is missing. */
export async function fetchBill({ provider, day, now }: Wish): Promise<ProviderBill> {
  const date = parsePlainDate(day);
  if (!date) throw new RangeError(`not a day: ${day}`);
  const key = { provider_day: { provider: provider.name, day: date } };
  const known = await db.providerBill.findUnique({ where: key });
  if (known && known.status !== 'MISSING') return known;
  const told = await ask(provider, day);
  const bill = await db.providerBill.upsert({
    where: key,
    create: { provider: provider.name, day: date, askedAt: now, tries: 1, failure: told.failure },
    update: { askedAt: now, tries: { increment: 1 }, failure: told.failure },
  });
  return told.lines ? keep(bill.id, told.lines, now) : bill;
}

/** Empty and compared, and later we heard of money of that day: there must be another one. */
export async function reopenEmpty(provider: string): Promise<void> {
  const empty = await db.providerBill.findMany({
    where: { provider, status: 'COMPARED', lineCount: 0, differences: { none: {} } },
  });
  for (const bill of empty) {
    if (!(await hasUnlisted(db, bill))) continue;
    const data = {
      status: 'MISSING',
      fetchedAt: null,
      comparedAt: null,
      failure: '账单是空的，后来得知这一天有收款或退款',
    } as const;
    await db.providerBill.updateMany({ where: { id: bill.id, status: 'COMPARED' }, data });
  }
}

interface Told {
  lines: BillLine[] | null;
  failure: string;
}

async function ask(provider: PaymentProvider, day: string): Promise<Told> {
  try {
    const lines = await provider.dailyBill(day);
    return { lines, failure: lines ? '' : '支付平台还没有生成账单' };
  } catch (error) {
    if (!(error instanceof ProviderSilentError)) throw error;
    return { lines: null, failure: '支付平台没有应答，或账单不完整' };
  }
}

/** Of two workers that fetched the same bill, the first keeps it. */
function keep(billId: string, lines: readonly BillLine[], now: Date): Promise<ProviderBill> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "ProviderBill" WHERE id = ${billId}::uuid FOR UPDATE`;
    const bill = await tx.providerBill.findUniqueOrThrow({ where: { id: billId } });
    if (bill.status !== 'MISSING') return bill;
    // An empty one on a day with money is one that is not made yet.
    if (lines.length === 0 && (await hasUnlisted(tx, bill))) {
      return tx.providerBill.update({
        where: { id: billId },
        data: { failure: '账单是空的，但账簿中这一天有收款或退款' },
      });
    }
    await tx.billLine.createMany({ data: lines.map((line, position) => ({ billId, position, ...rowOf(line) })) });
    const digest = createHash('sha256').update(JSON.stringify(lines)).digest('hex');
    return tx.providerBill.update({
      where: { id: billId },
      data: { status: 'FETCHED', fetchedAt: now, lineCount: lines.length, digest, failure: '' },
    });
  });
}

const states = { done: 'DONE', processing: 'PROCESSING', failed: 'FAILED' } as const;

const rowOf = ({ kind, state, ...line }: BillLine) => ({
  ...line,
  kind: kind === 'payment' ? ('PAYMENT' as const) : ('REFUND' as const),
  state: states[state],
});
