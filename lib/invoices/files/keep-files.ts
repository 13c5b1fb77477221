import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { recordEvent } from '@/lib/audit/record-event';
import type { InvoiceFileFormat, InvoiceSide } from '@/lib/db/generated/client';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { openStore } from '@/lib/files/open-store';
import { safeFileName } from '@/lib/files/safe-file-name';
import type { Actor } from '@/lib/kernel/actor';
import { type LoadedInvoice, lockInvoice } from '../lock-invoice';
import { tellFiles } from '../tell-payer';
import { formatTypes, sideLabels } from './labels';

export interface FilesToKeep {
  actor: Actor;
  invoiceId: string;
  side: InvoiceSide;
  files: readonly { format: InvoiceFileFormat; path: string }[];
  now: Date;
}

export type Keeping = 'kept' | 'known' | 'replaced';

interface Stored {
  format: InvoiceFileFormat;
  storageKey: string;
  bytes: number;
  sha256: string;
}

/** Keeps the files of an issued invoice and sends what is new to the payer, once. Another file of a format takes the first one's place. */
export async function keepInvoiceFiles(wanted: FilesToKeep): Promise<Keeping[]> {
  const stored: Stored[] = [];
  for (const file of wanted.files) stored.push(await store(wanted.invoiceId, file));
  return inTransaction((tx) => keepStored(tx, wanted, stored));
}

/** By its content, so that a file that comes again lies where it lay. */
async function store(invoiceId: string, { format, path }: FilesToKeep['files'][number]): Promise<Stored> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(/*turbopackIgnore: true*/ path), hash);
  const storageKey = `invoices/${invoiceId}/${hash.digest('hex')}.${formatTypes[format].extension}`;
  return { format, storageKey, ...(await openStore().put(storageKey, createReadStream(/*turbopackIgnore: true*/ path))) };
}

async function keepStored(tx: Transaction, { actor, invoiceId, side, now }: FilesToKeep, stored: readonly Stored[]): Promise<Keeping[]> {
  const invoice = await lockInvoice(tx, invoiceId);
  const keepings: Keeping[] = [];
  for (const { format, ...file } of stored) {
    const before = await tx.invoiceFile.findUnique({ where: { invoiceId_side_format: { invoiceId, side, format } } });
    keepings.push(before ? (before.sha256 === file.sha256 ? 'known' : 'replaced') : 'kept');
    if (before?.sha256 === file.sha256) continue;
    const facts = { ...file, name: nameOf(invoice, side, format), addedById: actor.personId, addedByName: actor.name, addedAt: now };
    await tx.invoiceFile.upsert({
      where: { invoiceId_side_format: { invoiceId, side, format } },
      create: { invoiceId, side, format, ...facts },
      update: facts,
    });
  }
  if (keepings.some((keeping) => keeping !== 'known')) {
    await recordFiles(tx, { actor, invoice, side, stored, now });
    await tellFiles({ tx, invoice, side, now });
  }
  return keepings;
}

interface Recording {
  actor: Actor;
  invoice: LoadedInvoice;
  side: InvoiceSide;
  stored: readonly Stored[];
  now: Date;
}

const recordFiles = (tx: Transaction, { actor, invoice, side, stored, now }: Recording): Promise<void> =>
  recordEvent(tx, {
    stream: `order:${invoice.orderId}`,
    name: 'invoice_files_added',
    actor,
    at: now,
    note: stored.map(({ format }) => format).join('、'),
    data: { invoiceId: invoice.id, side, files: stored.map(({ format, sha256 }) => ({ format, sha256 })) },
    isPublic: true,
  });

function nameOf({ number, redNumber, title }: LoadedInvoice, side: InvoiceSide, format: InvoiceFileFormat): string {
  const name = `${sideLabels[side]}_${(side === 'RED' ? redNumber : number) ?? ''}_${title}`;
  return safeFileName(name, { fallback: sideLabels[side], extension: formatTypes[format].extension });
}
