import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkBooks } from '@/lib/ledger/check-books';
import { liveThrough } from '../../build/money/live-through';
import { moneyHistory } from '../../build/money/steps';
import { financePeople } from '../../build/money/world';

it('whatever payers, banks and finance staff do in whatever order, the books say what the banks say', async () => {
  const people = await financePeople();
  await fc.assert(
    fc.asyncProperty(moneyHistory, async (history) => {
      expect((await liveThrough(history, people)).wrongs).toEqual([]);
    }),
    { numRuns: 60, seed: 37 },
  );
  expect(await checkBooks()).toEqual([]);
}, 240_000);
