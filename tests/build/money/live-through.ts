import { invoiceAll, settleDown, wrongAtLast, wrongInvoices, wrongNow } from './check';
import { happen } from './happen';
import { wrongClosings } from './closing-steps';
import type { MoneyHistory } from './steps';
import { type FinancePeople, moneyWorld } from './world';

export interface Lived {
  /** What should not be, in words; nothing is the answer that counts. */
  wrongs: string[];
  events: number;
  refused: number;
  byKind: Map<string, number>;
}

/** One history from a new order to the bill days after it; what is wrong is looked for all along. */
export async function liveThrough({ isOfUnit, moments }: MoneyHistory, people: FinancePeople): Promise<Lived> {
  const world = await moneyWorld(people, { isOfUnit });
  const lived: Lived = { wrongs: [], events: 0, refused: 0, byKind: new Map() };
  for (const moment of moments) {
    const refused = await Promise.all(moment.map((step) => happen(world, step)));
    lived.refused += refused.filter(Boolean).length;
    for (const { kind } of moment) lived.byKind.set(kind, (lived.byKind.get(kind) ?? 0) + 1);
    lived.events += moment.length;
    lived.wrongs.push(...(await wrongNow(world)));
    if (lived.wrongs.length > 0) return lived;
  }
  await settleDown(world);
  lived.wrongs.push(...(await wrongAtLast(world)));
  await invoiceAll(world);
  lived.wrongs.push(...(await wrongInvoices(world)));
  if (moments.flat().some(({ kind }) => kind === 'close_month')) lived.wrongs.push(...(await wrongClosings()));
  return lived;
}
