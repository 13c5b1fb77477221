import { readFile } from 'node:fs/promises';
import { inspectPdf } from './inspect-pdf.ts';
import { openPdf } from './pdfium.ts';
import { orRefuse, Refused } from './refused.ts';
import type { CheckAnswer } from './tasks.ts';

const trialMs = 6_000;
const trialPixels = 250_000;

/** Looks for what a scan or a print never has, then opens the file and draws its pages small for as long as time allows. */
export async function checkPdf({ source, maxPages }: { source: string; maxPages: number }): Promise<CheckAnswer> {
  const bytes = await readFile(source);
  const findings = await orRefuse('PDF_DAMAGED', async () => inspectPdf(bytes));
  if (findings.isEncrypted) throw new Refused('PDF_ENCRYPTED');
  if (findings.hasActions) throw new Refused('PDF_ACTIVE');
  if (findings.hasAttachments) throw new Refused('PDF_ATTACHMENT');
  const pages = await orRefuse('PDF_DAMAGED', () => drawTrial(bytes, maxPages));
  return { outcome: 'accepted', file: source, mediaType: 'application/pdf', extension: 'pdf', pages };
}

async function drawTrial(bytes: Uint8Array, maxPages: number): Promise<number> {
  const pdf = await openPdf(bytes);
  if (pdf.isLocked) throw new Refused('PDF_ENCRYPTED');
  if (pdf.pages === 0) throw new Refused('PDF_DAMAGED');
  if (pdf.pages > maxPages) throw new Refused('PDF_TOO_MANY_PAGES', { pages: pdf.pages, maxPages });
  const until = Date.now() + trialMs;
  for (let page = 1; page <= pdf.pages && (page === 1 || Date.now() < until); page++) {
    await pdf.draw(page, { dpi: 72, maxPixels: trialPixels });
  }
  return pdf.pages;
}
