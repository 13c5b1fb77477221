import { deflateSync } from 'node:zlib';

export type Part = string | { dict: string; stream: Buffer };

interface PdfShape {
  head?: string;
  trailer?: string;
  /** Written after the last object, before the table. */
  tail?: string;
}

/** A PDF from numbered objects, table and all. */
export function pdf(parts: readonly (readonly [number, Part])[], { head = '%PDF-1.7\n', trailer = '', tail = '' }: PdfShape = {}): Buffer {
  const chunks: Buffer[] = [Buffer.from(head, 'latin1')];
  const offsets = new Map<number, number>();
  let at = chunks[0]?.length ?? 0;
  const write = (chunk: Buffer) => {
    chunks.push(chunk);
    at += chunk.length;
  };
  for (const [number, part] of parts) {
    if (!offsets.has(number)) offsets.set(number, at);
    write(Buffer.from(`${number} 0 obj\n`));
    write(bodyOf(part));
    write(Buffer.from('\nendobj\n'));
  }
  write(Buffer.from(tail, 'latin1'));
  const size = Math.max(...offsets.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...chunks, Buffer.from(table)]);
}

interface OnePage {
  catalog?: string;
  page?: string;
  resources?: string;
  content?: Part;
  box?: string;
  more?: [number, Part][];
  shape?: PdfShape;
}

/** Objects 1 to 4 are catalogue, page tree, page and content; more begin at 5. */
export function onePage({ catalog = '', page = '', resources = '', content, box = '0 0 595 842', more = [], shape }: OnePage = {}): Buffer {
  return pdf(
    [
      [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
      [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
      [3, `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Resources << ${resources} >> /Contents 4 0 R ${page} >>`],
      [4, content ?? plainStream('0 0 1 rg 100 100 200 200 re f')],
      ...more,
    ],
    shape,
  );
}

export function manyPages(count: number): Buffer {
  const kids = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(' ');
  return pdf([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`],
    ...Array.from({ length: count }, (_, index): [number, Part] => [
      index + 3,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ]),
  ]);
}

export const plainStream = (text: string): Part => ({ dict: '', stream: Buffer.from(text, 'latin1') });

export const deflated = (data: Buffer, dict = ''): Part => ({ dict: `/Filter /FlateDecode ${dict}`, stream: deflateSync(data) });

/** Objects hidden inside a compressed object stream. */
export function objectStream(objects: readonly (readonly [number, string])[]): Part {
  const bodies = objects.map(([, body]) => body);
  const offsets = bodies.map((_, index) => bodies.slice(0, index).reduce((sum, body) => sum + body.length + 1, 0));
  const header = objects.map(([number], index) => `${number} ${offsets[index]}`).join(' ');
  const data = Buffer.from(`${header}\n${bodies.join('\n')}`);
  return deflated(data, `/Type /ObjStm /N ${objects.length} /First ${header.length + 1}`);
}

function bodyOf(part: Part): Buffer {
  if (typeof part === 'string') return Buffer.from(part, 'latin1');
  const { dict, stream } = part;
  return Buffer.concat([
    Buffer.from(`<< ${dict} /Length ${stream.length} >>\nstream\n`),
    stream,
    Buffer.from('\nendstream'),
  ]);
}
