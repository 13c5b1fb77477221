import { buffer } from 'node:stream/consumers';
import { db } from '@/lib/db/client';
import type { InvoiceSide } from '@/lib/db/generated/client';
import { openStore } from '@/lib/files/open-store';
import type { Attachment } from '@/lib/messages/carrier';
import { formatTypes } from './labels';

/** The files of an invoice as they are when the mail goes out. */
export async function invoiceAttachments(invoiceId: string, side: InvoiceSide): Promise<Attachment[]> {
  const files = await db.invoiceFile.findMany({ where: { invoiceId, side }, orderBy: { format: 'asc' } });
  const store = openStore();
  return Promise.all(
    files.map(async ({ name, format, storageKey }) => ({
      fileName: name,
      contentType: formatTypes[format].mediaType,
      bytes: await buffer(await store.get(storageKey)),
    })),
  );
}
