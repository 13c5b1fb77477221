import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import type { HostileKind } from './hostile-kind';
import { deflated, manyPages, objectStream, onePage, type Part, pdf, plainStream } from './pdf-parts';
import { seededBytes } from '../seeded';

const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const embedded: [number, Part][] = [
  [5, '<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>'],
  [6, { dict: '/Type /EmbeddedFile', stream: Buffer.from('MZ') }],
];
const annotation = (body: string) => `/Annots [<< /Type /Annot /Rect [0 0 9 9] ${body} >>]`;

/** PDFs that do something by themselves or carry something along. */
export const activePdfs: HostileKind[] = [
  { kind: 'script on opening', expect: 'PDF_ACTIVE', make: () => onePage({ catalog: `/OpenAction ${script}` }) },
  {
    kind: 'script with its name spelled in hex',
    expect: 'PDF_ACTIVE',
    make: () => onePage({ catalog: '/OpenAction << /S /J#61vaScript /#4a#53 (1) >>' }),
  },
  {
    kind: 'script inside a compressed object stream',
    expect: 'PDF_ACTIVE',
    make: () => onePage({ catalog: '/OpenAction 9 0 R', more: [[5, objectStream([[9, script]])]] }),
  },
  {
    kind: 'script in the name tree',
    expect: 'PDF_ACTIVE',
    make: () => onePage({ catalog: '/Names << /JavaScript << /Names [(a) 5 0 R] >> >>', more: [[5, script]] }),
  },
  { kind: 'script when the page opens', expect: 'PDF_ACTIVE', make: () => onePage({ page: `/AA << /O ${script} >>` }) },
  {
    kind: 'script in an object that is written twice',
    expect: 'PDF_ACTIVE',
    make: () => onePage({ catalog: '/OpenAction 5 0 R', more: [[5, script], [5, '[3 0 R /Fit]']] }),
  },
  {
    kind: 'program started on opening',
    expect: 'PDF_ACTIVE',
    make: () => onePage({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }),
  },
  {
    kind: 'program started by a link',
    expect: 'PDF_ACTIVE',
    make: () => onePage({ page: annotation('/Subtype /Link /A << /S /Launch /F (cmd.exe) >>') }),
  },
  {
    kind: 'form that sends itself',
    expect: 'PDF_ACTIVE',
    make: () => onePage({ page: annotation('/Subtype /Link /A << /S /SubmitForm /F (http://example.invalid) >>') }),
  },
  {
    kind: 'link into another file on opening',
    expect: 'PDF_ACTIVE',
    make: () => onePage({ catalog: '/OpenAction << /S /GoToR /F (//example.invalid/a) /D [0 /Fit] >>' }),
  },
  {
    kind: 'XFA form',
    expect: 'PDF_ACTIVE',
    make: () => onePage({ catalog: '/AcroForm << /Fields [] /XFA 5 0 R >>', more: [[5, plainStream('<xdp/>')]] }),
  },
  {
    kind: 'embedded program',
    expect: 'PDF_ATTACHMENT',
    make: () => onePage({ catalog: '/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>', more: embedded }),
  },
  {
    kind: 'attachment pinned to a page',
    expect: 'PDF_ATTACHMENT',
    make: () => onePage({ page: annotation('/Subtype /FileAttachment /FS 5 0 R'), more: embedded }),
  },
  {
    kind: 'script below ten thousand arrays',
    expect: 'PDF_ACTIVE',
    make: () => onePage({ catalog: '/OpenAction 5 0 R', more: [[5, nested(10_000, script)]] }),
  },
  { kind: 'rich media', expect: 'PDF_ATTACHMENT', make: () => onePage({ page: annotation('/Subtype /RichMedia') }) },
];

/** PDFs that are broken, locked or too long. */
export const brokenPdfs: HostileKind[] = [
  { kind: 'PDF with a password', expect: 'PDF_ENCRYPTED', make: () => lockedPdf('/V 1 /R 2 /Length 40', 32) },
  { kind: 'PDF locked with AES', expect: 'PDF_ENCRYPTED', make: () => lockedPdf('/V 5 /R 6 /Length 256', 48) },
  {
    kind: 'PDF with a made-up lock',
    expect: 'PDF_ENCRYPTED',
    make: () => onePage({ shape: { trailer: '/Encrypt << /Filter /Nonsense >>' } }),
  },
  { kind: 'first half of a PDF', expect: 'PDF_DAMAGED', make: () => cut(manyPages(20), 0.5) },
  { kind: 'five bytes of a PDF', expect: 'PDF_DAMAGED', make: () => Buffer.from('%PDF-') },
  { kind: 'noise behind a PDF head', expect: 'PDF_DAMAGED', make: () => Buffer.concat([Buffer.from('%PDF-1.7\n'), seededBytes(4000, 7)]) },
  { kind: 'HTML behind a PDF head', expect: 'PDF_DAMAGED', make: () => Buffer.from('%PDF-1.7\n<html><script>alert(1)</script></html>') },
  { kind: 'junk before the PDF head', expect: 'UNKNOWN_TYPE', make: () => onePage({ shape: { head: `${' '.repeat(300)}%PDF-1.7\n` } }) },
  { kind: 'PDF without pages', expect: 'PDF_DAMAGED', make: () => pdf([[1, '<< /Type /Catalog /Pages 2 0 R >>'], [2, '<< /Type /Pages /Kids [] /Count 0 >>']]) },
  { kind: 'page without area', expect: 'PDF_DAMAGED', make: () => onePage({ box: '0 0 0.001 842' }) },
  { kind: 'arrays nested two hundred deep', expect: 'PDF_DAMAGED', make: () => onePage({ more: [[5, nested(200)]] }) },
  { kind: '31 pages', expect: 'PDF_TOO_MANY_PAGES', stamped: 'accepted', make: () => manyPages(31) },
  { kind: '41 pages of a stamped form', purpose: 'STAMPED_FORM', expect: 'PDF_TOO_MANY_PAGES', make: () => manyPages(41) },
  { kind: 'ten thousand pages', expect: 'PDF_TOO_MANY_PAGES', make: () => manyPages(10_000) },
];

/** PDFs that swell, and some that only look strange. */
export const swellingPdfs: HostileKind[] = [
  { kind: 'page drawn from a gigabyte of zeros', expect: 'TOO_COMPLEX', make: () => onePage({ content: flateBomb(1500) }) },
  { kind: 'page drawn from twice-packed zeros', expect: 'TOO_COMPLEX', make: doubleBomb },
  { kind: 'object stream of a gigabyte', expect: 'TOO_COMPLEX', make: () => onePage({ more: [[5, flateBomb(1500, '/Type /ObjStm /N 1 /First 4')]] }) },
  { kind: 'forms drawn inside forms', expect: 'TOO_COMPLEX', make: nestedForms },
  { kind: 'page a kilometre wide', expect: 'accepted', stamped: 'PDF_NOT_SCANNED', make: () => onePage({ box: '0 0 1000000 1000000' }) },
  { kind: 'page tree that runs in a circle', expect: 'PDF_DAMAGED', make: circle },
  { kind: 'PDF that opens at a page', expect: 'accepted', stamped: 'PDF_NOT_SCANNED', make: () => onePage({ catalog: '/OpenAction [3 0 R /XYZ 0 842 0]' }) },
  { kind: 'PDF with a web link', expect: 'accepted', stamped: 'PDF_NOT_SCANNED', make: () => onePage({ page: annotation('/Subtype /Link /A << /S /URI /URI (https://example.com) >>') }) },
  { kind: 'page with a text of two million characters', expect: 'accepted', slow: true, make: endlessText },
  { kind: 'picture of 225 megapixels on a page', expect: 'accepted', slow: true, make: hugePicture },
  { kind: 'eight thousand strokes', expect: 'accepted', slow: true, make: () => overScan(Buffer.from('1 1 m 590 840 l S\n'.repeat(8_000))) },
  { kind: 'PDF that is a web page too', expect: 'accepted', stamped: 'PDF_NOT_SCANNED', make: () => onePage({ shape: { head: '%PDF-1.7\n%<script>alert(1)</script>\n' } }) },
  { kind: 'PDF with a zip behind it', expect: 'accepted', stamped: 'PDF_NOT_SCANNED', make: () => Buffer.concat([onePage(), Buffer.from('PK\x05\x06'), Buffer.alloc(18)]) },
];

const cut = (file: Buffer, part: number): Buffer => file.subarray(0, Math.floor(file.length * part));

function lockedPdf(method: string, keyBytes: number): Buffer {
  const key = (seed: number) => `<${seededBytes(keyBytes, seed).toString('hex')}>`;
  return onePage({
    more: [[5, `<< /Filter /Standard ${method} /O ${key(1)} /U ${key(2)} /P -3904 >>`]],
    shape: { trailer: '/Encrypt 5 0 R /ID [<00> <00>]' },
  });
}

const nested = (depth: number, inside = ''): string => '['.repeat(depth) + inside + ']'.repeat(depth);

const flateBomb = (megabytes: number, dict = ''): Part => ({ dict: `/Filter /FlateDecode ${dict}`, stream: zeros(megabytes) });

/** Megabytes of zeros, packed: one packed megabyte many times over, which is quick to make. */
function zeros(megabytes: number): Buffer {
  const size = 1024 * 1024;
  const one = deflateRawSync(Buffer.alloc(size), { finishFlush: constants.Z_FULL_FLUSH });
  const sum = Buffer.alloc(4);
  sum.writeUInt16BE((megabytes * size) % 65_521, 0);
  sum.writeUInt16BE(1, 2);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: megabytes }, () => one), Buffer.from([3, 0]), sum]);
}

function doubleBomb(): Buffer {
  return onePage({ content: { dict: '/Filter [/FlateDecode /FlateDecode]', stream: deflateSync(zeros(1500)) } });
}

/** Ten forms, each drawing the next ten times. */
function nestedForms(): Buffer {
  const form = (next: number): Part => ({
    dict: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X ${next} 0 R >> >>`,
    stream: Buffer.from('q /X Do Q '.repeat(10)),
  });
  const forms = Array.from({ length: 10 }, (_, index): [number, Part] => [5 + index, form(6 + index)]);
  const last: Part = { dict: '/Type /XObject /Subtype /Form /BBox [0 0 595 842]', stream: Buffer.from('0 0 10 10 re f '.repeat(50)) };
  return onePage({ resources: '/XObject << /X 5 0 R >>', content: plainStream('/X Do'), more: [...forms, [15, last]] });
}

function circle(): Buffer {
  return pdf([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>'],
    [3, '<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>'],
  ]);
}

/** On a picture that fills the page, as a scanner makes it. */
function overScan(drawing: Buffer): Buffer {
  const dict = '/Type /XObject /Subtype /Image /Width 400 /Height 600 /ColorSpace /DeviceGray /BitsPerComponent 1';
  const resources = '/XObject << /X 5 0 R >> /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
  const sheet = Buffer.from('q 595 0 0 842 0 0 cm /X Do Q\n');
  return onePage({ resources, content: deflated(Buffer.concat([sheet, drawing])), more: [[5, { dict, stream: Buffer.alloc(30_000, 0xff) }]] });
}

/** As much text as a page may be asked for. */
function endlessText(): Buffer {
  return overScan(Buffer.from(`BT /F 1 Tf 10 10 Td (${'certificate '.repeat(2000)}) Tj ET\n`.repeat(84)));
}

/** Fifteen thousand bits a side, all the same. */
function hugePicture(): Buffer {
  const dict = '/Type /XObject /Subtype /Image /Width 15000 /Height 15000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode';
  const content = plainStream('q 500 0 0 700 40 40 cm /X Do Q');
  return onePage({ resources: '/XObject << /X 5 0 R >>', content, more: [[5, { dict, stream: zeros(27) }]] });
}
