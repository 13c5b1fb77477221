import { beforeEach, describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { checkBooks } from '@/lib/ledger/check-books';
import { billCounts, openDifferences } from '@/lib/payments/bills/bill-queries';
import { lockDifference, resolveDifference } from '@/lib/payments/bills/resolve-difference';
import { ProviderSilentError } from '@/lib/payments/provider';
import type { SettlePayment } from '@/lib/payments/settle-attempt';
import { type BillScene, billScene, billDay as day, nextMorning } from '../../build/bill-scene';

let scene: BillScene;

beforeEach(async () => {
  scene = await billScene();
});

describe('what fails', () => {
  const failing =
    (outTrade: string): SettlePayment =>
    async (request) => {
      if (request.told.report.outTradeNumber === outTrade) throw new Error('a line that nobody expected');
      return settlePayment(request);
    };

  it('in one line keeps no other from being booked, is listed for a person, and is made good when it can be', async () => {
    const stranger = scene.strangersLine();
    scene.bills[day] = [stranger, scene.paidLine()];
    const broken = await scene.run(nextMorning, failing('elsewhere-1'));
    expect(broken).toEqual({ compared: 0, missing: 0, differences: 1, failed: 1 });
    expect((await scene.applicant.order()).status).toBe('PAID');
    expect(await scene.billOf()).toMatchObject({
      status: 'FETCHED',
      failure: expect.stringContaining('1 行没有能入账'),
    });
    const listed = async () =>
      (await openDifferences(scene.finance)).filter(({ bill }) => bill.provider === scene.provider.name);
    expect((await listed()).map(({ kind, reference, billFen }) => [kind, reference, billFen])).toEqual([
      ['NOT_ENTERED', stranger.providerTransactionId, 10_000],
    ]);
    expect(await scene.run()).toEqual({ compared: 1, missing: 0, differences: 0, failed: 0 });
    expect([(await listed()).length, (await scene.billOf()).failure]).toEqual([0, '']);
    expect(await checkBooks()).toEqual([]);
  });

  it('for good is settled by a person, and the bill is compared without it', async () => {
    scene.bills[day] = [scene.strangersLine(), scene.paidLine()];
    const again = () => scene.run(nextMorning, failing('elsewhere-1'));
    await again();
    const [difference] = (await scene.billOf()).differences;
    await inTransaction(async (tx) =>
      resolveDifference({
        tx,
        actor: scene.finance,
        subject: await lockDifference(tx, difference?.id ?? ''),
        input: { resolution: '已与平台核实。' },
        now: nextMorning,
      }),
    );
    expect(await again()).toMatchObject({ compared: 1, failed: 0 });
  });

  it('in the bill of one day keeps no other day from being compared', async () => {
    scene.bills['2025-02-11'] = [scene.paidLine({ at: new Date('2025-02-11T02:00:00Z') })];
    scene.provider.dailyBill = async (asked) => {
      if (asked === day) throw new TypeError('a bill that nobody expected');
      return scene.bills[asked] ?? [];
    };
    expect(await scene.run(new Date('2025-02-12T02:10:00Z'))).toMatchObject({ compared: 1, failed: 1 });
    expect((await scene.applicant.order()).status).toBe('PAID');
    expect(await scene.billOf()).toMatchObject({ status: 'MISSING', failure: expect.stringContaining('出错') });
    expect((await billCounts(scene.finance)).missing).toBeGreaterThan(0);
  });
});

describe('a bill that is not there', () => {
  it('is shown as missing, asked for again, and compared when it comes', async () => {
    scene.bills[day] = null;
    scene.provider.dailyBill = async (asked) => (asked in scene.bills ? (scene.bills[asked] ?? null) : []);
    expect(await scene.run()).toMatchObject({ missing: 1 });
    scene.provider.dailyBill = async () => {
      throw new ProviderSilentError('bill');
    };
    await scene.run();
    const missing = await scene.billOf();
    expect([missing.status, missing.tries, missing.failure]).toEqual([
      'MISSING',
      2,
      expect.stringContaining('没有应答'),
    ]);
    expect((await billCounts(scene.finance)).missing).toBeGreaterThan(0);
    scene.provider.dailyBill = async () => [scene.paidLine()];
    expect(await scene.run()).toMatchObject({ compared: 1 });
    expect(await scene.billOf()).toMatchObject({ status: 'COMPARED', failure: '', lineCount: 1 });
  });

  it('is one that is empty on a day with money, and is asked for again', async () => {
    await scene.pay();
    expect(await scene.run()).toMatchObject({ compared: 0, missing: 1 });
    expect(await scene.billOf()).toMatchObject({ status: 'MISSING', failure: expect.stringContaining('账单是空的') });
    scene.bills[day] = [scene.paidLine()];
    expect(await scene.run()).toMatchObject({ compared: 1, differences: 0 });
  });

  it('is one that was empty on a day of whose money we heard later', async () => {
    expect(await scene.run()).toMatchObject({ compared: 1, missing: 0 });
    await scene.pay();
    expect(await scene.run()).toMatchObject({ compared: 0, missing: 1 });
    scene.bills[day] = [scene.paidLine()];
    expect(await scene.run()).toMatchObject({ compared: 1, differences: 0 });
    expect(await scene.run()).toMatchObject({ compared: 0, missing: 0 });
  });

  it('is not asked for before ten in the morning', async () => {
    expect(await scene.run(new Date('2025-02-11T01:59:00Z'))).toEqual({
      compared: 0,
      missing: 0,
      differences: 0,
      failed: 0,
    });
    expect(await db.providerBill.count({ where: { provider: scene.provider.name } })).toBe(0);
  });
});
