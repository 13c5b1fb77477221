import { db } from '@/lib/db/client';
import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/transaction';
import type { InvoiceSide } from '@/lib/db/generated/client';
import type { PostedForm } from '@/lib/files/posted-form';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import { visibleInvoicedOrders } from '../policy';
import { type Keeping, keepInvoiceFiles } from './keep-files';
import { type Opened, openInvoiceFiles, type Refused } from './open-files';

export type Unkept = Refused['because'] | 'no_number' | 'differs' | 'unknown' | 'ambiguous' | 'not_reached';

export interface Imported {
  files: Record<Keeping, number>;
  /** Invoices that have something new, which has been sent. */
  invoices: number;
  unkept: { name: string; because: Unkept }[];
}

interface Import {
  actor: Actor;
  posted: Pick<PostedForm, 'files' | 'folder'>;
  now: Date;
}

/** Files that the tax client gave out, in any number and packed or not: each goes to the invoice whose number it has. */
export async function importInvoiceFiles({ actor, posted, now }: Import): Promise<Imported> {
  if (posted.files.length === 0) throw new DomainError('EMPTY', '请先选择文件，再点上传。');
  const { opened, unkept } = await openAll(posted);
  const imported: Imported = { files: { kept: 0, known: 0, replaced: 0 }, invoices: 0, unkept };
  const groups = new Map<string, Opened[]>();
  for (const file of opened) {
    const match = await matchOf(actor, file);
    if (typeof match === 'string') unkept.push({ name: file.name, because: match });
    else groups.set(`${match.invoiceId} ${match.side}`, [...(groups.get(`${match.invoiceId} ${match.side}`) ?? []), file]);
  }
  for (const [place, files] of groups) {
    const [invoiceId = '', side] = place.split(' ');
    const keepings = await keepInvoiceFiles({ actor, invoiceId, side: side as InvoiceSide, files, now });
    for (const keeping of keepings) imported.files[keeping] += 1;
    if (keepings.some((keeping) => keeping !== 'known')) imported.invoices += 1;
  }
  await recordImport(actor, imported, now);
  return imported;
}

async function openAll({ files, folder }: Import['posted']): Promise<{ opened: Opened[]; unkept: Imported['unkept'] }> {
  const { opened, refused, stopped } = await openInvoiceFiles(files, folder);
  const unkept: Imported['unkept'] = refused.map(({ name, because }) => ({ name, because }));
  if (stopped) unkept.push({ name: stopped.after ? `“${stopped.after}”之后的文件` : (files[0]?.name ?? ''), because: 'not_reached' });
  return { opened, unkept };
}

interface Match {
  invoiceId: string;
  side: InvoiceSide;
}

/** By the numbers in its name and in itself: each must be of one and the same invoice, or the file would show a payer what is another's. */
async function matchOf(actor: Actor, { named, numbers }: Opened): Promise<Match | Unkept> {
  if (numbers.length > 0 && named.some((number) => !numbers.includes(number))) return 'differs';
  const all = [...new Set([...named, ...numbers])];
  if (all.length === 0) return 'no_number';
  const found = await db.invoice.findMany({
    where: { order: visibleInvoicedOrders(actor) ?? { id: '' }, OR: [{ number: { in: all } }, { redNumber: { in: all } }] },
    select: { id: true, number: true, redNumber: true },
  });
  const [invoice, ...others] = found;
  if (!invoice) return 'unknown';
  if (others.length > 0 || all.some((number) => number !== invoice.number && number !== invoice.redNumber)) return 'ambiguous';
  // A red invoice names the blue one that it takes back.
  return { invoiceId: invoice.id, side: invoice.redNumber !== null && all.includes(invoice.redNumber) ? 'RED' : 'BLUE' };
}

const recordImport = (actor: Actor, { files, invoices, unkept }: Imported, now: Date): Promise<void> =>
  inTransaction((tx) =>
    recordEvent(tx, { stream: 'system', name: 'invoice_files_imported', actor, at: now, data: { ...files, invoices, unkept: unkept.length } }),
  );
