import { db } from '@/lib/db/client';
import type { InvoiceFile } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { visibleInvoicedOrders } from '../policy';

/** For whoever may see the invoice; for others it does not exist. */
export async function findInvoiceFile(actor: Actor, id: string): Promise<InvoiceFile> {
  const order = visibleInvoicedOrders(actor);
  const file = order && (await db.invoiceFile.findFirst({ where: { id, invoice: { order } } }));
  if (!file) throw new NotFoundError('invoice file');
  return file;
}
