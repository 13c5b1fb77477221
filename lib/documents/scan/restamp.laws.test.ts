import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formEdits, restampCase } from '@/tests/build/restamp';

/** npm run campaign -- restamp asks many more times. */
it('after any change, the pages to be stamped again are those that look different, and no others', { timeout: 600_000 }, async () => {
  const seen = { none: 0, some: 0 };
  await fc.assert(
    fc.asyncProperty(formEdits, async (edits) => {
      const { needed, different, total } = await restampCase(edits);
      expect(needed).toEqual(different);
      if (needed.length === 0) seen.none += 1;
      else if (needed.length < total) seen.some += 1;
    }),
    { numRuns: 1000 },
  );
  expect(seen.none, 'changes that cost nothing').toBeGreaterThan(5);
  expect(seen.some, 'changes that cost some pages').toBeGreaterThan(100);
});
