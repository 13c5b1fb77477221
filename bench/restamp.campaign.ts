import fc from 'fast-check';
import { formEdits, restampCase } from '@/tests/build/restamp';
import type { Campaign } from './measurement';

const cases = 2_000;

/** Whether exactly the changed pages have to be stamped again, asked of what comes out of the printer. */
const restamp: Campaign = {
  name: 'restamp',
  async run({ seed, say }) {
    const counts = { 'cost nothing': 0, 'cost some pages': 0, 'cost every page': 0, 'pages stamped again': 0, 'pages kept': 0 };
    const examples: string[] = [];
    let failures = 0;
    let done = 0;
    for (const edits of fc.sample(formEdits, { numRuns: cases, seed })) {
      const { needed, different, total } = await restampCase(edits);
      counts['pages stamped again'] += needed.length;
      counts['pages kept'] += total - needed.length;
      counts[needed.length === 0 ? 'cost nothing' : needed.length < total ? 'cost some pages' : 'cost every page'] += 1;
      done += 1;
      if (done % 200 === 0) say(`restamp: ${done} of ${cases}`);
      if (needed.join() === different.join()) continue;
      failures += 1;
      if (examples.length < 5) examples.push(`needs ${needed.join()}, differs in ${different.join()}: ${JSON.stringify(edits)}`);
    }
    return { cases, failures, seed, counts, examples };
  },
};

export default restamp;
