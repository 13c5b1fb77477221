import { readFile } from 'node:fs/promises';
import type { PDFDocument } from 'pdf-lib';
import { digitalPages } from './digital-pages.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { openPdf } from './pdfium.ts';
import { orRefuse, Refused } from './refused.ts';
import { isSigned } from './signatures/read-signatures.ts';
import type { CheckAnswer } from './tasks.ts';

const trialMs = 6_000;
const trialPixels = 250_000;

interface PdfToCheck {
  source: string;
  maxPages: number;
  /** A scan of paper, or else signed electronically. */
  mustBePaper: boolean;
}

/** Looks for what a scan or a print never has, then opens the file and draws its pages small for as long as time allows. */
export async function checkPdf({ source, maxPages, mustBePaper }: PdfToCheck): Promise<CheckAnswer> {
  const bytes = await readFile(source);
  const findings = await orRefuse('PDF_DAMAGED', async () => inspectPdf(bytes));
  if (findings.isEncrypted) throw new Refused('PDF_ENCRYPTED');
  if (findings.hasActions) throw new Refused('PDF_ACTIVE');
  if (findings.hasAttachments) throw new Refused('PDF_ATTACHMENT');
  const pages = await orRefuse('PDF_DAMAGED', () => drawTrial(bytes, maxPages));
  const signed = mustBePaper && isSigned(bytes);
  if (mustBePaper && !signed) await insistOnPaper(findings.document, pages);
  return { outcome: 'accepted', file: source, mediaType: 'application/pdf', extension: 'pdf', pages, isSigned: signed };
}

/** The form as we issued it, with a picture of a seal pasted on or without, was never on paper. */
async function insistOnPaper(document: PDFDocument, pages: number): Promise<void> {
  const digital = await orRefuse('PDF_DAMAGED', async () => digitalPages(document));
  if (digital.length === 0) return;
  throw new Refused('PDF_NOT_SCANNED', digital.length < pages ? { listed: digital.join('、') } : {});
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
