import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRef } from 'pdf-lib';
import { PdfView } from '@/lib/files/child/signatures/pdf-view';
import { type MessageWish, signMessage } from './sign-message';

type Wish = Omit<MessageWish, 'at'> & {
  at?: Date;
  /** The widget's place on the first page; [0 0 0 0] is invisible. */
  rect?: readonly [number, number, number, number];
  subFilter?: string;
  /** Made of the bytes in other ways than signing them. */
  value?: (bytes: Uint8Array) => Buffer;
  /** Where the range is written otherwise than it is. */
  byteRange?: (honest: readonly number[]) => string;
  /** A certifying signature, and what it allows. */
  certifies?: 1 | 2;
};

const room = 8_000;

/** One more revision with a signature over everything, as signing software writes it. */
export function signPdf(pdf: Uint8Array, wish: Wish): Buffer {
  const view = new PdfView(Uint8Array.from(pdf));
  const next = nextNumber(pdf);
  const [field, value, look] = [next, next + 1, next + 2];
  const page = firstPage(view);
  const rootRef = refOf(view, 'Root');
  const rect = wish.rect ?? [0, 0, 0, 0];
  const transform = wish.certifies
    ? `/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P ${wish.certifies} /V /1.2 >> >>]`
    : '';
  const time = `/M (D:${(wish.at ?? new Date(0)).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`;
  const revision = appendRevision(pdf, {
    [field]: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal${field}) /F 132 /Rect [${rect.join(' ')}] /P ${page.ref} /V ${value} 0 R /AP << /N ${look} 0 R >> >>`,
    [value]: `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${wish.subFilter ?? 'ETSI.CAdES.detached'} ${time} ${transform} /ByteRange [0 ${'*'.repeat(40)}] /Contents <${'0'.repeat(room * 2)}> >>`,
    [look]: appearance(rect),
    [page.ref.objectNumber]: withItem(view, page.dict, { key: 'Annots', item: PDFRef.of(field) }),
    [rootRef.objectNumber]: catalogWith(view, { field, certified: wish.certifies ? value : null }),
  });
  return fillIn(revision, pdf.length, wish);
}

function appearance([x1, y1, x2, y2]: readonly number[]): string {
  const [width, height] = [(x2 ?? 0) - (x1 ?? 0), (y2 ?? 0) - (y1 ?? 0)];
  const content = `0.8 0 0 RG 3 w 4 4 ${Math.max(0, width - 8)} ${Math.max(0, height - 8)} re S`;
  return `<< /Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Objects written behind the file, with a table of their own. */
export function appendRevision(pdf: Uint8Array, objects: Record<number, string>, { root }: { root?: string } = {}): Buffer {
  const view = new PdfView(Uint8Array.from(pdf));
  const chunks: Buffer[] = [Buffer.from(pdf), Buffer.from('\n')];
  let at = pdf.length + 1;
  const rows = Object.entries(objects).map(([number, body]) => {
    const chunk = Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, 'latin1');
    chunks.push(chunk);
    const row = `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
    at += chunk.length;
    return row;
  });
  const size = Math.max(nextNumber(pdf), ...Object.keys(objects).map((number) => Number(number) + 1));
  const trailer = `trailer\n<< /Size ${size} /Root ${root ?? refOf(view, 'Root')} /Prev ${lastTable(pdf)} >>`;
  chunks.push(Buffer.from(`xref\n0 1\n0000000000 65535 f \n${rows.join('')}${trailer}\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(chunks);
}

/** The range and the value take the place that was kept for them. */
function fillIn(pdf: Buffer, from: number, wish: Wish): Buffer {
  const start = pdf.indexOf('/Contents <', from) + '/Contents '.length;
  const end = start + room * 2 + 2;
  const honest = [0, start, end, pdf.length - end];
  const text = wish.byteRange?.(honest) ?? `[${honest.join(' ')}]`;
  const rangeAt = pdf.indexOf(`[0 ${'*'.repeat(40)}]`, from);
  pdf.write(text.padEnd(44), rangeAt, 'latin1');
  const bytes = Buffer.concat([pdf.subarray(0, start), pdf.subarray(end)]);
  const value = (wish.value ?? ((content) => signMessage(content, wish)))(bytes).toString('hex');
  pdf.write(value.padEnd(room * 2, '0'), start + 1, 'latin1');
  return pdf;
}

const lastTable = (pdf: Uint8Array): string =>
  [...Buffer.from(pdf).toString('latin1').matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1] ?? '0';

export const nextNumber = (pdf: Uint8Array): number =>
  Math.max(...[...Buffer.from(pdf).toString('latin1').matchAll(/\/Size (\d+)/g)].map(([, size]) => Number(size)));

export function refOf(view: PdfView, key: 'Root'): PDFRef {
  const [, number] = [...Buffer.from(view.bytes).toString('latin1').matchAll(new RegExp(`/${key} (\\d+) 0 R`, 'g'))].at(-1) ?? [];
  return PDFRef.of(Number(number));
}

export function firstPage(view: PdfView): { ref: PDFRef; dict: PDFDict } {
  const pages = view.dict(view.catalog, 'Pages');
  const kids = pages ? view.get(pages, 'Kids') : undefined;
  const ref = kids instanceof PDFArray ? kids.get(0) : undefined;
  const dict = view.resolve(ref);
  if (!(ref instanceof PDFRef) || !(dict instanceof PDFDict)) throw new Error('no page');
  return { ref, dict };
}

/** The dictionary with one more item in one of its lists, as it is written. */
export function withItem(view: PdfView, dict: PDFDict, { key, item }: { key: string; item: PDFObject }): string {
  const list = view.get(dict, key);
  const items = list instanceof PDFArray ? list.asArray() : [];
  return withEntry(dict, key, `[${[...items, item].join(' ')}]`);
}

export function withEntry(dict: PDFDict, key: string, value: string): string {
  const others = dict.entries().filter(([name]) => name !== PDFName.of(key));
  return `<< ${others.map(([name, object]) => `${name} ${object}`).join('\n')} /${key} ${value} >>`;
}

function catalogWith(view: PdfView, { field, certified }: { field: number; certified: number | null }): string {
  const form = view.dict(view.catalog, 'AcroForm');
  const fields = form ? view.get(form, 'Fields') : undefined;
  const items = fields instanceof PDFArray ? fields.asArray() : [];
  const written = withEntry(view.catalog, 'AcroForm', `<< /Fields [${[...items, PDFRef.of(field)].join(' ')}] /SigFlags 3 >>`);
  return certified ? written.replace(/ >>$/, ` /Perms << /DocMDP ${certified} 0 R >> >>`) : written;
}

