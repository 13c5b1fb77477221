import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Actor, roles } from '@/lib/kernel/actor';
import { judgeBooks, visibleBooks } from './books-policy';

const associations = ['jiangsu', 'zhejiang', 'national'];
const actors: fc.Arbitrary<Actor> = fc.record({
  personId: fc.constantFrom(null, 'lin'),
  name: fc.constant('示例'),
  role: fc.constantFrom(...roles),
  associationId: fc.constantFrom(null, ...associations),
  unitId: fc.constant(null),
  sessionId: fc.constant(null),
});
const payees = fc.constantFrom(null, ...associations);

test('lists and single entries of the books agree for everybody, and only finance of the payee keeps them', () => {
  fc.assert(
    fc.property(actors, payees, (actor, payeeId) => {
      const where = visibleBooks(actor) as { OR?: { payeeId: string | null }[] } | null;
      const isListed = where !== null && (where.OR?.some((one) => one.payeeId === payeeId) ?? true);
      expect(isListed).toBe(judgeBooks(actor, 'see', { payeeId }).answer === 'yes');
      if (judgeBooks(actor, 'keep', { payeeId }).answer !== 'yes') return;
      expect([actor.role, payeeId ?? actor.associationId]).toEqual(['FINANCE', actor.associationId]);
    }),
  );
});
