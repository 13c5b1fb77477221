import { db } from '@/lib/db/client';

export interface OrderName {
  number: string;
  payer: string;
}

/** Number and payer of the orders that entries name. */
export async function orderNames(entries: readonly { orderId: string | null }[]): Promise<Map<string, OrderName>> {
  const ids = [...new Set(entries.flatMap(({ orderId }) => (orderId ? [orderId] : [])))];
  const orders = [];
  // PostgreSQL takes some 30,000 parameters a query.
  for (let at = 0; at < ids.length; at += 10_000) {
    const select = { id: true, number: true, person: { select: { name: true } }, unit: { select: { name: true } } } as const;
    orders.push(...(await db.order.findMany({ where: { id: { in: ids.slice(at, at + 10_000) } }, select })));
  }
  return new Map(orders.map(({ id, number, person, unit }) => [id, { number, payer: unit?.name ?? person.name }]));
}
