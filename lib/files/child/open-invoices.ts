import { readFile, writeFile } from 'node:fs/promises';
import { unzip, type ZipEntry } from '../unzip.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { openPdf } from './pdfium.ts';
import type { OpenedInvoice, TaskOf } from './tasks.ts';

/** Bytes of one file, unpacked. */
const largestFile = 8 * 1024 * 1024;
const mostFiles = 3000;
const mostPages = 20;
const mostNumbers = 50;
const twentyDigits = /(?<![\dA-Za-z])\d{20}(?![\dA-Za-z])/g;

type Because = Extract<OpenedInvoice, { outcome: 'refused' }>['because'];
interface Found {
  name: string;
  bytes: Buffer | null;
}

/** What a tax client gave out: files of invoices, alone or packed together. */
export async function* openInvoices({ files, output }: TaskOf<'open-invoices'>): AsyncGenerator<OpenedInvoice> {
  let count = 0;
  for (const { path, name } of files) {
    for (const found of filesIn(name, await readFile(path))) {
      if (++count > mostFiles) return yield { outcome: 'refused', name: found.name, because: 'kind' };
      yield await opened(found, `${output}-${count}`);
    }
  }
}

/** The file itself, or what is packed in it; null where the archive breaks off. */
function* filesIn(name: string, bytes: Buffer): Generator<Found> {
  if (!isArchive(bytes) || isOfd(bytes)) return yield { name, bytes };
  try {
    for (const entry of unzip(bytes)) if (isWorthOpening(entry)) yield { name: entry.name, bytes: entry.read(largestFile) };
  } catch {
    yield { name, bytes: null };
  }
}

const isArchive = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 2) === 'PK';
const isWorthOpening = ({ name }: ZipEntry): boolean => !/(^|\/)(__MACOSX\/|\.)|\/$/.test(name);

/** GB/T 33190: an archive with OFD.xml at its top. */
function isOfd(bytes: Buffer): boolean {
  try {
    for (const { name } of unzip(bytes)) if (name === 'OFD.xml') return true;
  } catch {
    return false;
  }
  return false;
}

async function opened({ name, bytes }: Found, path: string): Promise<OpenedInvoice> {
  if (!bytes) return { outcome: 'refused', name, because: 'damaged' };
  const format = formatOf(bytes);
  if (!format) return { outcome: 'refused', name, because: 'kind' };
  try {
    const text = await textOf(format, bytes);
    if (typeof text !== 'string') return { outcome: 'refused', name, because: text.because };
    await writeFile(path, bytes);
    return { outcome: 'opened', name, path, format, named: numbersIn(name), numbers: numbersIn(text) };
  } catch {
    return { outcome: 'refused', name, because: 'damaged' };
  }
}

const numbersIn = (text: string): string[] => [...new Set(text.match(twentyDigits))].slice(0, mostNumbers);

function formatOf(bytes: Buffer): 'PDF' | 'OFD' | 'XML' | null {
  if (bytes.toString('latin1', 0, 5) === '%PDF-') return 'PDF';
  if (isArchive(bytes)) return isOfd(bytes) ? 'OFD' : null;
  return /^\uFEFF?\s*<(\?xml|[A-Za-z])/.test(bytes.toString('utf8', 0, 200)) && !/<html|<!doctype/i.test(bytes.toString('utf8', 0, 500)) ? 'XML' : null;
}

async function textOf(format: 'PDF' | 'OFD' | 'XML', bytes: Buffer): Promise<string | { because: Because }> {
  if (format === 'PDF') return textOfPdf(bytes);
  if (format === 'XML') return wordsOf(bytes);
  return [...unzip(bytes)].filter(({ name }) => name.endsWith('.xml')).map((entry) => wordsOf(entry.read(largestFile))).join(' ');
}

async function textOfPdf(bytes: Buffer): Promise<string | { because: Because }> {
  const findings = await inspectPdf(bytes);
  if (findings.isEncrypted) return { because: 'locked' };
  if (findings.hasActions) return { because: 'active' };
  const pdf = await openPdf(bytes);
  if (pdf.isLocked) return { because: 'locked' };
  return Array.from({ length: Math.min(pdf.pages, mostPages) }, (_, at) => pdf.text(at + 1)).join('\n');
}

const wordsOf = (xml: Buffer): string => xml.toString('utf8').replace(/<[^>]*>/g, ' ');
