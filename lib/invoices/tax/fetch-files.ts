import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { db } from '@/lib/db/client';
import type { Invoice, InvoiceSide } from '@/lib/db/generated/client';
import { inWorkFolder } from '@/lib/files/work-folder';
import { systemActor } from '@/lib/kernel/actor';
import { log } from '@/lib/log';
import { keepInvoiceFiles } from '../files/keep-files';
import { type Opened, openInvoiceFiles } from '../files/open-files';
import type { PlatformPorts } from './ask-platform';
import { type FileFormat, fileFormats, PlatformSilentError } from './tax-platform';

interface Wanted {
  invoiceId: string;
  side: InvoiceSide;
}

/** Not all of them are there yet: the invoice counts all the same, and they are asked for again. */
export class FilesMissingError extends Error {}

/** Keeps what the platform has of an issued invoice, and sends it; throws as long as one of the three is missing. */
export async function fetchFiles({ invoiceId, side }: Wanted, { platform, now }: PlatformPorts): Promise<void> {
  const invoice = await db.invoice.findUniqueOrThrow({ where: { id: invoiceId }, include: { files: { where: { side } } } });
  const number = numberOf(invoice, side);
  const wanted = fileFormats.filter((format) => !invoice.files.some((file) => file.format === format));
  if (!number || wanted.length === 0) return;
  const kept = await inWorkFolder(async (folder) => {
    const files = await download({ platform, number, wanted, folder });
    const sound = await looking(files, { number, folder });
    if (sound.length > 0) await keepInvoiceFiles({ actor: systemActor, invoiceId, side, files: sound, now });
    return sound.length;
  });
  if (kept < wanted.length) throw new FilesMissingError(`${wanted.length - kept} files of ${number} are missing`);
}

const numberOf = ({ number, redNumber }: Pick<Invoice, 'number' | 'redNumber'>, side: InvoiceSide): string | null => (side === 'RED' ? redNumber : number);

interface Download {
  platform: PlatformPorts['platform'];
  number: string;
  wanted: readonly FileFormat[];
  folder: string;
}

interface Downloaded {
  name: string;
  path: string;
}

async function download({ platform, number, wanted, folder }: Download): Promise<Downloaded[]> {
  const files: Downloaded[] = [];
  for (const format of wanted) {
    const bytes = await platform.file(number, format).catch(orNothing);
    if (!bytes) continue;
    const name = `${number}.${format.toLowerCase()}`;
    const at = path.join(folder, name);
    await writeFile(at, bytes);
    files.push({ name, path: at });
  }
  return files;
}

function orNothing(error: unknown): null {
  if (!(error instanceof PlatformSilentError)) throw error;
  log().warn({ err: error }, 'tax platform silent');
  return null;
}

/** A file is a stranger, whoever sent it: it is opened elsewhere, and has to be what it was asked for. */
async function looking(files: readonly Downloaded[], { number, folder }: { number: string; folder: string }): Promise<Opened[]> {
  if (files.length === 0) return [];
  const { opened, refused, stopped } = await openInvoiceFiles(files, folder);
  const sound = opened.filter(({ name, format, numbers }) => name === `${number}.${format.toLowerCase()}` && (numbers.length === 0 || numbers.includes(number)));
  if (sound.length < files.length) log().error({ number, refused, stopped, others: opened.length - sound.length }, 'files of the tax platform cannot be kept');
  return sound;
}
