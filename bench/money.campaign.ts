import fc from 'fast-check';
import type { Lived } from '@/tests/build/money/live-through';
import type { Campaign, MeasuringContext } from './measurement';

const usualEvents = 100_000;
const historiesABatch = 100;
/** A failure is made smaller for as long, and then said. */
const longestBatchMs = 240_000;
const mostExamples = 5;

/** Random histories of orders, payments, refunds, bills and invoices beside what two banks know. `money.5000` tries 5,000 events. */
const campaign: Campaign = {
  name: 'money',
  async run(context) {
    process.env.DATABASE_URL = await context.emptyDatabase();
    process.env.DATA_DIR = context.folder;
    const { db } = await import('@/lib/db/client');
    try {
      return await lives(context);
    } finally {
      await db.$disconnect();
    }
  },
};
export default campaign;

async function lives(context: MeasuringContext) {
  const { seed, say } = context;
  const { liveThrough } = await import('@/tests/build/money/live-through');
  const { moneyHistory } = await import('@/tests/build/money/steps');
  const { financePeople } = await import('@/tests/build/money/world');
  const { checkBooks } = await import('@/lib/ledger/check-books');
  const people = await financePeople();
  const wanted = eventsWanted(context);
  const tally = { events: 0, refused: 0, histories: 0, seeds: 0, byKind: new Map<string, number>() };
  const examples: string[] = [];
  const found = (example: string): void => {
    examples.push(example);
    say(example);
  };
  while (tally.events < wanted && examples.length < mostExamples) {
    const batchSeed = (seed + tally.seeds++) % 0x7f_ff_ff_ff;
    const property = fc.asyncProperty(moneyHistory, async (history) => {
      const lived = await liveThrough(history, people);
      count(tally, lived);
      if (lived.wrongs.length > 0) throw new Error(lived.wrongs.join('; '));
    });
    const { failed, counterexample, errorInstance } = await fc.check(property, {
      ...{ numRuns: historiesABatch, seed: batchSeed },
      ...{ interruptAfterTimeLimit: longestBatchMs, markInterruptAsFailure: false },
    });
    if (failed) found(`seed ${batchSeed}: ${String(errorInstance)}: ${JSON.stringify(counterexample)}`);
    const faults = await checkBooks();
    if (faults.length > 0) found(`seed ${batchSeed}: the books: ${JSON.stringify(faults.slice(0, 3))}`);
    if (tally.seeds % 5 === 0) say(`${tally.events} of ${wanted} events, ${tally.histories} histories, seeds ${seed} to ${batchSeed}`);
  }
  const kinds = Object.fromEntries([...tally.byKind].sort().map(([kind, times]) => [`events_${kind}`, times]));
  const counts = { events: tally.events, refusedInWords: tally.refused, seeds: tally.seeds, ...kinds };
  return { cases: tally.histories, failures: examples.length, seed, counts, examples };
}

function count(tally: { events: number; refused: number; histories: number; byKind: Map<string, number> }, lived: Lived): void {
  tally.histories += 1;
  tally.events += lived.events;
  tally.refused += lived.refused;
  for (const [kind, times] of lived.byKind) tally.byKind.set(kind, (tally.byKind.get(kind) ?? 0) + times);
}

function eventsWanted({ names }: MeasuringContext): number {
  const wanted = names.find((name) => /^money\.\d+$/.test(name));
  return wanted ? Number(wanted.split('.')[1]) : usualEvents;
}
