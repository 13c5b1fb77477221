import { readFile } from 'node:fs/promises';
import type { PDFDocument } from 'pdf-lib';
import { plainName } from '../../kernel/plain-name.ts';
import type { PageFacts } from '../page-facts.ts';
import { digitalPages } from './digital-pages.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { lookAtPage } from './look-at-page.ts';
import { type OpenPdf, openPdf } from './pdfium.ts';
import { orRefuse, Refused } from './refused.ts';
import { isSigned } from './signatures/read-signatures.ts';
import type { CheckAnswer } from './tasks.ts';

const trialMs = 6_000;
const trialPixels = 250_000;
/** Fewer characters are a page number or a stray mark, not a text. */
const leastText = 20;

interface PdfToCheck {
  source: string;
  maxPages: number;
  /** A scan of paper, or else signed electronically. */
  mustBePaper: boolean;
  /** Looked for in the text of its pages. */
  name?: string;
}

/** Looks for what a scan or a print never has, then opens the file and draws its pages small for as long as time allows. */
export async function checkPdf({ source, maxPages, mustBePaper, name }: PdfToCheck): Promise<CheckAnswer> {
  const bytes = await readFile(source);
  const findings = await orRefuse('PDF_DAMAGED', async () => inspectPdf(bytes));
  if (findings.isEncrypted) throw new Refused('PDF_ENCRYPTED');
  if (findings.hasActions) throw new Refused('PDF_ACTIVE');
  if (findings.hasAttachments) throw new Refused('PDF_ATTACHMENT');
  const seen = await orRefuse('PDF_DAMAGED', () => drawTrial(bytes, { maxPages, mustBePaper, name }));
  const signed = mustBePaper && isSigned(bytes);
  if (mustBePaper && !signed) await insistOnPaper(findings.document, seen.length);
  const facts = { pages: seen.length, pageFacts: seen, isSigned: signed };
  return { outcome: 'accepted', file: source, mediaType: 'application/pdf', extension: 'pdf', ...facts };
}

/** The form as we issued it, with a picture of a seal pasted on or without, was never on paper. */
async function insistOnPaper(document: PDFDocument, pages: number): Promise<void> {
  const digital = await orRefuse('PDF_DAMAGED', async () => digitalPages(document));
  if (digital.length === 0) return;
  throw new Refused('PDF_NOT_SCANNED', digital.length < pages ? { listed: digital.join('、') } : {});
}

type Trial = Omit<PdfToCheck, 'source'>;

/** Sheets of paper are looked at by those who read their codes: here the first one shows that they can be drawn. */
async function drawTrial(bytes: Uint8Array, { maxPages, mustBePaper, name }: Trial): Promise<(PageFacts | null)[]> {
  const pdf = await openPdf(bytes);
  if (pdf.isLocked) throw new Refused('PDF_ENCRYPTED');
  if (pdf.pages === 0) throw new Refused('PDF_DAMAGED');
  if (pdf.pages > maxPages) throw new Refused('PDF_TOO_MANY_PAGES', { pages: pdf.pages, maxPages });
  const until = mustBePaper ? 0 : Date.now() + trialMs;
  const seen = Array.from({ length: pdf.pages }, (): PageFacts | null => null);
  for (let page = 1; page <= pdf.pages && (page === 1 || Date.now() < until); page++) {
    seen[page - 1] = await lookAt(pdf, page, name);
  }
  return seen;
}

async function lookAt(pdf: OpenPdf, page: number, name?: string): Promise<PageFacts> {
  const look = lookAtPage(await pdf.draw(page, { dpi: 72, maxPixels: trialPixels, isGrey: true }));
  const isNamed = name ? isNameIn(pdf.text(page), name) : null;
  return { ...pdf.size(page), isPicture: false, isNamed, ...look };
}

/** Whether a text of some length has the name in it, whatever the spaces, dots and widths. */
function isNameIn(text: string, name: string): boolean | null {
  const plain = plainName(text);
  return plain.length < leastText ? null : plain.includes(plainName(name));
}
