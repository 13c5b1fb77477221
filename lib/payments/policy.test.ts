import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, roles } from '@/lib/kernel/actor';
import { orderStatusCodes } from './labels';
import { type JudgedOrder, judgeOrder, orderAbilities, visibleOrders } from './policy';

const people = ['lin', 'sun'];
const units = ['school', 'institute'];
const associations = ['jiangsu', 'zhejiang', 'national'];
const actors: fc.Arbitrary<Actor> = fc.record({
  personId: fc.constantFrom(...people),
  name: fc.constant('示例'),
  role: fc.constantFrom(...roles),
  associationId: fc.constantFrom(null, ...associations),
  unitId: fc.constantFrom(null, ...units),
  sessionId: fc.constant(null),
});
const orders: fc.Arbitrary<JudgedOrder> = fc.record({
  personId: fc.constantFrom(...people),
  unitId: fc.constantFrom(null, ...units),
  items: fc.array(fc.record({ personId: fc.constantFrom(...people) }), { minLength: 1, maxLength: 3 }),
  payeeId: fc.constantFrom(...associations),
  status: fc.constantFrom(...orderStatusCodes),
  expiresAt: fc.constantFrom(new Date('2025-03-03T15:59:59.999Z')),
  unmatched: fc.array(fc.record({ resolvedAt: fc.constantFrom(null, new Date('2025-02-01')) }), { maxLength: 2 }),
});
const now = new Date('2025-02-10T02:00:00Z');

describe('who may do what to an order', () => {
  it('lists and single orders agree for everybody', () => {
    fc.assert(
      fc.property(actors, orders, (actor, order) => {
        const sees = judgeOrder(actor, 'see', order, now).answer === 'yes';
        expect(matches(visibleOrders(actor), order)).toBe(sees);
      }),
    );
  });

  it('nobody is finance or auditor to an order that he made, or that pays for him', () => {
    fc.assert(
      fc.property(
        actors,
        orders,
        fc.constantFrom('decide_voucher' as const, 'look_after' as const),
        (actor, order, ability) => {
          const made = { ...order, personId: actor.personId ?? '' };
          const paysForHim = { ...order, items: [...order.items, { personId: actor.personId ?? '' }] };
          expect(judgeOrder(actor, ability, made, now).answer).toBe('not_yours');
          expect(judgeOrder(actor, ability, paysForHim, now).answer).toBe('not_yours');
        },
      ),
    );
  });

  it('a unit’s order is paid by whoever administers the unit, and never by an applicant on it', () => {
    fc.assert(
      fc.property(actors, orders, (actor, order) => {
        if (judgeOrder(actor, 'withdraw_voucher', { ...order, status: 'VOUCHER_UPLOADED' }, now).answer !== 'yes') return;
        const paysForUnit = actor.role === 'UNIT_ADMIN' && order.unitId === actor.unitId;
        const paysForHimself = actor.role === 'APPLICANT' && order.unitId === null && order.personId === actor.personId;
        expect(paysForUnit || paysForHimself).toBe(true);
      }),
    );
  });

  it('money is never asked for while some is on its way, unclear or there already', () => {
    fc.assert(
      fc.property(actors, orders, (actor, order) => {
        if (judgeOrder(actor, 'upload_voucher', order, now).answer !== 'yes') return;
        expect(order.status).toBe('UNPAID');
        expect(order.unmatched.every(({ resolvedAt }) => resolvedAt)).toBe(true);
        expect(['APPLICANT', 'UNIT_ADMIN']).toContain(actor.role);
      }),
    );
  });

  it('every refusal is a whole sentence', () => {
    fc.assert(
      fc.property(actors, orders, fc.constantFrom(...orderAbilities), (actor, order, ability) => {
        const judgement = judgeOrder(actor, ability, order, now);
        if (judgement.answer === 'not_yet') expect(judgement.because).toMatch(/[\u4e00-\u9fff].*。$/);
      }),
    );
  });

  it('the window counts to its last second', () => {
    const payer: Actor = {
      personId: 'lin',
      name: '示例',
      role: 'APPLICANT',
      associationId: null,
      unitId: null,
      sessionId: null,
    };
    const order: JudgedOrder = {
      personId: 'lin',
      unitId: null,
      items: [{ personId: 'lin' }],
      payeeId: 'jiangsu',
      status: 'UNPAID',
      expiresAt: new Date('2025-03-03T15:59:59.999Z'),
      unmatched: [],
    };
    expect(judgeOrder(payer, 'pay_online', order, new Date('2025-03-03T15:59:59.999Z')).answer).toBe('yes');
    expect(judgeOrder(payer, 'pay_online', order, new Date('2025-03-03T16:00:00Z'))).toEqual({
      answer: 'not_yet',
      because: '缴费已于 2025年3月3日 23:59 截止。',
    });
  });
});

/** What the database would do with the filter. */
function matches(where: Record<string, unknown> | null, order: JudgedOrder): boolean {
  if (!where) return false;
  return Object.entries(where).every(([column, wanted]) => {
    if (column === 'items') return !order.items.some(({ personId }) => personId === nobody(wanted));
    const value = order[column as keyof JudgedOrder];
    return typeof wanted === 'object' && wanted !== null && 'not' in wanted ? value !== wanted.not : value === wanted;
  });
}

const nobody = (wanted: unknown): string => (wanted as { none: { personId: string } }).none.personId;
