import type { Campaign, MeasuringContext, StartedProduct } from './measurement';
import { killAtRandom } from './payments/kill-at-random';

const usualPayments = 1_000;
const atOnce = 4;
const patienceMs = 12 * 60_000;

/** A running product whose web server, worker and PostgreSQL die again and again while people pay. `crash.100` makes 100 payments. */
const campaign: Campaign = {
  name: 'crash',
  async run(context) {
    const product = await context.product({ clock: '2025-02-10T10:00:00+08:00', env: { DATABASE_URL: '' } });
    Object.assign(process.env, product.env);
    const { db } = await import('@/lib/db/client');
    try {
      return await paysThrough(context, product);
    } finally {
      await db.$disconnect();
    }
  },
};
export default campaign;

async function paysThrough(context: MeasuringContext, product: StartedProduct) {
  const { seed, say } = context;
  const { manyPayers } = await import('./payments/many-payers');
  const { wrongAfterwards, untilConverged } = await import('./payments/after-the-crash');
  const wanted = paymentsWanted(context);
  const begin = performance.now();
  const killer = killAtRandom({ product, seed, say });
  const paid = await manyPayers({ wanted, goesOn: () => !killer.hasKilledAll(), atOnce, say });
  const kills = await killer.end();
  const seconds = (performance.now() - begin) / 1000;
  say(`${paid.length} payments made in ${seconds.toFixed(0)} s; killed: ${JSON.stringify(kills)}`);
  const convergedSeconds = await untilConverged(paid, patienceMs);
  const { lost, doubled, wrongs } = await wrongAfterwards(paid);
  const counts = { payments: paid.length, ...prefixed(kills), lost, doubled, secondsOfPaying: Math.round(seconds), secondsToConverge: Math.round(convergedSeconds) };
  return { cases: paid.length, failures: lost + doubled + wrongs.length, seed, counts, examples: wrongs.slice(0, 8) };
}

const prefixed = (kills: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(kills).map(([name, times]) => [`killed_${name}`, times]));

function paymentsWanted({ names }: MeasuringContext): number {
  const wanted = names.find((name) => /^crash\.\d+$/.test(name));
  return wanted ? Number(wanted.split('.')[1]) : usualPayments;
}
