import { describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { closeExpired } from '@/lib/payments/close-expired';
import { financeOrders } from '@/lib/payments/finance-queries';
import { memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { financeOf, payDay, payingApplicant, windowEnd } from '../../build/paying-applicant';

const lastMoment = new Date('2025-03-03T15:59:59.999Z');
const oneSecondLater = new Date('2025-03-03T16:00:00Z');
const ports = (provider = memoryProvider(), now = oneSecondLater) => ({ providers: [provider], settle: settlePayment, now });

describe('the end of the payment window', () => {
  it('closes an unpaid order one second after it, not before', async () => {
    const { order } = await payingApplicant();
    await closeExpired({ now: lastMoment, ports: null });
    expect((await order()).status).toBe('UNPAID');
    await closeExpired({ now: oneSecondLater, ports: null });
    expect(await order()).toMatchObject({ status: 'CLOSED', closedAt: oneSecondLater });
  });

  it('closes the attempt at the provider first', async () => {
    const applicant = await payingApplicant();
    const provider = memoryProvider();
    await payOnline({ ...applicant, provider, now: payDay });
    await closeExpired({ now: oneSecondLater, ports: ports(provider) });
    expect(await applicant.order()).toMatchObject({ status: 'CLOSED', attempts: [{ status: 'CLOSED' }] });
    expect([...provider.trades.values()][0]?.state).toBe('closed');
  });

  it('counts what was paid in the last minute', async () => {
    const applicant = await payingApplicant();
    const provider = memoryProvider();
    await payOnline({ ...applicant, provider, now: lastMoment });
    provider.pay((await applicant.order()).attempts[0]?.outTradeNumber ?? '');
    await closeExpired({ now: oneSecondLater, ports: ports(provider) });
    expect((await applicant.order()).status).toBe('PAID');
  });

  it('leaves the order open while the provider is silent', async () => {
    const applicant = await payingApplicant();
    const provider = memoryProvider();
    await payOnline({ ...applicant, provider, now: payDay });
    provider.isSilent = true;
    await closeExpired({ now: oneSecondLater, ports: ports(provider) });
    expect((await applicant.order()).status).toBe('PAYING');
  });

  it('is kept for everybody else when one order cannot be closed', async () => {
    const [broken, sound] = [await payingApplicant(), await payingApplicant()];
    const provider = memoryProvider();
    await payOnline({ ...broken, provider, now: payDay });
    const { queryPayment } = provider;
    const number = (await broken.order()).number;
    provider.queryPayment = async (outTradeNumber) => {
      if (outTradeNumber.startsWith(number)) throw new Error('an answer that nobody expected');
      return queryPayment(outTradeNumber);
    };
    expect(await closeExpired({ now: oneSecondLater, ports: ports(provider) })).toMatchObject({ failed: 1 });
    expect([(await broken.order()).status, (await sound.order()).status]).toEqual(['PAYING', 'CLOSED']);
    const finance = await financeOf('jiangsu');
    const listed = async (minutes: number) => {
      const filters = { overdue: 'yes' as const, q: number, page: 1 };
      return (await financeOrders(finance, filters, new Date(oneSecondLater.getTime() + minutes * 60_000))).total;
    };
    expect([await listed(59), await listed(61)]).toEqual([0, 1]);
  });

  it('moves when staff move the window of the cycle', async () => {
    const { order } = await payingApplicant();
    const { cycleId } = await order();
    const extended = new Date('2025-03-10T15:59:59.999Z');
    await db.cycle.update({ where: { id: cycleId }, data: { paymentClosesAt: extended } });
    await closeExpired({ now: oneSecondLater, ports: null });
    expect(await order()).toMatchObject({ status: 'UNPAID', expiresAt: extended });
    await db.cycle.update({ where: { id: cycleId }, data: { paymentClosesAt: windowEnd } });
  });
});
