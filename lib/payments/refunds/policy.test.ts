import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Actor, roles } from '@/lib/kernel/actor';
import { refundLabels, type RefundStatusCode } from '../labels';
import { type JudgedRefund, judgeRefund, visibleRefunds } from './policy';
import { refundProgress } from './refund-progress';

const statuses = Object.keys(refundLabels) as RefundStatusCode[];
const people = ['lin', 'sun', 'wu'];
const associations = ['jiangsu', 'zhejiang', 'national'];
const actors: fc.Arbitrary<Actor> = fc.record({
  personId: fc.constantFrom(null, ...people),
  name: fc.constant('示例'),
  role: fc.constantFrom(...roles),
  associationId: fc.constantFrom(null, ...associations),
  unitId: fc.constant(null),
  sessionId: fc.constant(null),
});
const refunds: fc.Arbitrary<JudgedRefund> = fc.record({
  status: fc.constantFrom(...statuses),
  provider: fc.constantFrom('bank', 'wechat'),
  proposedById: fc.constantFrom(null, ...people),
  payeeId: fc.constantFrom(null, ...associations),
  order: fc.option(
    fc.record({
      personId: fc.constantFrom(...people),
      payeeId: fc.constantFrom(...associations),
      items: fc.array(fc.record({ personId: fc.constantFrom(...people) }), { minLength: 1, maxLength: 3 }),
    }),
  ),
});
const abilities = ['approve', 'withdraw', 'retry', 'return_by_hand'] as const;

type OfNoOrder = { AND: [unknown, { OR?: { payeeId: string | null }[] }] };
type NoneOf = { none: { personId: string } };

/** What the database would do with the filter. */
function isListed(actor: Actor, { order, payeeId }: JudgedRefund): boolean {
  const where = visibleRefunds(actor) as { OR: [{ order: Record<string, unknown> }, ...OfNoOrder[]] } | null;
  if (!where) return false;
  if (!order) return where.OR.slice(1).some((part) => isOfBooks(part as OfNoOrder, payeeId));
  return Object.entries(where.OR[0].order).every(([column, wanted]) => {
    if (column === 'items') return order.items.every(({ personId }) => personId !== (wanted as NoneOf).none.personId);
    const value = order[column as keyof typeof order];
    return typeof wanted === 'object' && wanted !== null && 'not' in wanted ? value !== wanted.not : value === wanted;
  });
}

const isOfBooks = ({ AND: [, books] }: OfNoOrder, payeeId: string | null): boolean =>
  books.OR === undefined || books.OR.some((one) => one.payeeId === payeeId);

test('lists and single refunds agree for everybody', () => {
  fc.assert(
    fc.property(actors, refunds, (actor, refund) => {
      expect(isListed(actor, refund)).toBe(judgeRefund(actor, 'see', refund).answer === 'yes');
    }),
  );
});

test('nobody but finance of the payee acts, none on his own money, and no proposer approves', () => {
  fc.assert(
    fc.property(actors, refunds, fc.constantFrom(...abilities), (actor, refund, ability) => {
      if (judgeRefund(actor, ability, refund).answer === 'not_yours') return;
      expect(actor.role).toBe('FINANCE');
      const his = refund.order ? [refund.order, ...refund.order.items].map(({ personId }) => personId) : [];
      if (refund.order) expect([refund.order.payeeId, his.includes(actor.personId ?? '')]).toEqual([actor.associationId, false]);
      if (ability === 'approve' && refund.proposedById === actor.personId) {
        expect(judgeRefund(actor, ability, refund).answer).toBe('not_yet');
      }
    }),
  );
});

test('the payer is told of what is promised in whole sentences, and never to pay again', () => {
  const finishedAt = new Date('2025-03-05T02:00:00Z');
  const words = statuses.flatMap((status) =>
    ['bank', 'wechat'].map((provider) => refundProgress({ status, provider, amountFen: 10_000, finishedAt })),
  );
  expect(words.filter((sentence) => sentence === null)).toHaveLength(4);
  for (const sentence of words) if (sentence) expect(sentence).toMatch(/¥100\.00.*。$/);
  expect(words.join('')).not.toMatch(/(?<!不要再次|不用再)(付款。|缴费)/);
});
