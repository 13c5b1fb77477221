import pg from 'pg';
import type { PaymentReport, WireNotice } from '@/lib/payments/provider';
import type { Bench, Figure, MeasuringContext } from './measurement';
import { writeBareRows } from './payments/bare-rows';
import { benchMerchant } from './payments/signed-notice';

const rounds = 7;
const ordersARound = 60;
const atOnce = 6;
const settling = 40;

interface Waiting {
  orderId: string;
  applicationId: string;
  personId: string;
  report: PaymentReport;
  notice: WireNotice;
}

/** Genuine notices of payments through proof, decryption, settlement and books, in turns with a bare transaction of the same rows. */
const bench: Bench = {
  name: 'payments.settled_per_s',
  async run(context) {
    process.env.DATABASE_URL = await context.emptyDatabase();
    process.env.DATA_DIR = context.folder;
    const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: atOnce });
    try {
      return [await measured(context, pool)];
    } finally {
      const { db } = await import('@/lib/db/client');
      await Promise.all([pool.end(), db.$disconnect()]);
    }
  },
};
export default bench;

async function measured({ seed, say }: MeasuringContext, pool: pg.Pool): Promise<Figure> {
  const ways = await bothWays(pool);
  await insistOnSameRows(pool, ways);
  const speeds = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    for (const way of ['ours', 'bare'] as const) {
      const waiting = await ways.orders(ordersARound);
      const begin = performance.now();
      await inTurns(waiting, ways[way]);
      speeds[way].push(ordersARound / ((performance.now() - begin) / 1000));
    }
  }
  say(`ours ${words(speeds.ours)}; bare ${words(speeds.bare)}`);
  const [ours, baseline] = [median(speeds.ours), median(speeds.bare)];
  const beside = { baseline, baselineName: 'a bare transaction of the same rows, same PostgreSQL', ratio: Math.round((ours / baseline) * 1000) / 1000 };
  return { name: bench.name, unit: 'notices/s', ours, ...beside, runs: rounds * ordersARound, seed };
}

async function bothWays(pool: pg.Pool) {
  const { receiveNotice } = await import('@/lib/payments/receive-notice');
  const { settlePayment } = await import('@/lib/applications/settle-payment');
  const { wechatPayV3 } = await import('@/lib/payments/wechat/pay-v3');
  const { memoryProvider } = await import('@/tests/build/memory-provider');
  const { payDay: now, payingApplicant } = await import('@/tests/build/paying-applicant');
  const { payOnline } = await import('@/tests/build/pay-online');
  const { settings, noticeOf } = benchMerchant();
  const provider = wechatPayV3(settings);
  // What is asked of a provider before somebody pays is not what is measured.
  const cashier = Object.assign(memoryProvider(), { name: settings.provider });
  async function order(): Promise<Waiting> {
    const applicant = await payingApplicant();
    await payOnline({ ...applicant, provider: cashier, now });
    const { attempts, totalFen } = await applicant.order();
    const outTradeNumber = attempts[0]?.outTradeNumber ?? '';
    const report = { provider: settings.provider, outTradeNumber, providerTransactionId: `T${outTradeNumber}`, amountFen: totalFen, paidAt: now };
    const { orderId, applicationId, actor } = applicant;
    return { orderId, applicationId, personId: actor.personId ?? '', report, notice: noticeOf(report) };
  }
  // The first one opens the year that the others share.
  await order();
  return {
    orders: (count: number) => Promise.all(Array.from({ length: count }, order)),
    async ours({ notice }: Waiting) {
      if ((await receiveNotice({ provider, notice, settle: settlePayment, now })) !== 'taken') throw new Error('a genuine notice was refused');
    },
    async bare({ notice, ...row }: Waiting) {
      const client = await pool.connect();
      await writeBareRows(client, { ...row, body: notice.body }).finally(() => client.release());
    },
  };
}

type Ways = Awaited<ReturnType<typeof bothWays>>;

async function inTurns(waiting: Waiting[], work: (one: Waiting) => Promise<void>): Promise<void> {
  const left = [...waiting];
  const worker = async () => {
    for (let one = left.pop(); one; one = left.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

const tables = ['AuditEvent', 'LedgerEntry', 'LedgerTransaction', 'Message', 'OutboxJob', 'PaymentNotice'];

/** A baseline that writes other rows would be none. Also warms both ways up. */
async function insistOnSameRows(pool: pg.Pool, ways: Ways): Promise<void> {
  const added = async (work: (one: Waiting) => Promise<void>) => {
    const waiting = await ways.orders(settling);
    const before = await counted(pool);
    await inTurns(waiting, work);
    return (await counted(pool)).map((count, at) => count - (before[at] ?? 0)).join();
  };
  const [ours, bare] = [await added(ways.ours), await added(ways.bare)];
  if (ours !== bare) throw new Error(`rows of ${tables.join()}: ours ${ours}, bare ${bare}`);
}

async function counted(pool: pg.Pool): Promise<number[]> {
  const counts = await Promise.all(tables.map((table) => pool.query(`SELECT count(*)::int AS count FROM "${table}"`)));
  return counts.map(({ rows }) => rows[0].count);
}

const median = (values: number[]): number => Math.round((values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0) * 10) / 10;
const words = (values: number[]): string => values.map((value) => value.toFixed(0)).join(' ');
