import { PDFName, PDFRef } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { PdfView } from '@/lib/files/child/signatures/pdf-view';
import { onePage } from '@/tests/build/hostile/pdf-parts';
import { certify } from '@/tests/build/signing/authority';
import { authority, bySchool, byTeacher, check } from '@/tests/build/signing/sealed';
import { signMessage } from '@/tests/build/signing/sign-message';
import { appendRevision, firstPage, nextNumber, signPdf, withEntry, withItem } from '@/tests/build/signing/sign-pdf';
import { signatureSentence } from './labels';

const form = onePage();
const sealed = signPdf(form, { ...bySchool, rect: [300, 100, 420, 220] });
const view = new PdfView(Uint8Array.from(sealed));
const page = firstPage(view);
const next = nextNumber(sealed);
const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
const newContent = stream('1 0 0 rg 50 50 300 300 re f');

async function verdictOf(pdf: Uint8Array) {
  const { verdict, signatures } = await check(pdf);
  return { verdict, said: signatures.map(signatureSentence) };
}

const changed = { verdict: 'invalid', said: ['签章之后文件被改过，这个签章不能认可。'] };
const unsound = { verdict: 'invalid', said: ['签名没有完整覆盖文件，这个签章不能认可。'] };

describe('bytes changed within what was signed', () => {
  it.each([0.1, 0.3, 0.98])('are seen, wherever they are (%d of the file)', async (share) => {
    const start = sealed.indexOf('/Contents <');
    const at = share < 0.5 ? Math.floor(form.length * share) : sealed.length - 30;
    expect(Math.abs(at - start)).toBeGreaterThan(10);
    const altered = Buffer.from(sealed);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect((await check(altered)).verdict).not.toBe('valid');
  });

  it('of a page are said to be another content than was signed', async () => {
    const altered = Buffer.from(sealed);
    altered.write('9', altered.indexOf('100 100 200 200 re'), 'latin1');
    expect(await verdictOf(altered)).toEqual({ verdict: 'invalid', said: ['文件内容与签章时不一致，这个签章不能认可。'] });
  });
});

describe('a revision appended to a sealed PDF (incremental saving)', () => {
  it.each<[string, Buffer]>([
    ['new words on a page', appendRevision(sealed, { 4: newContent })],
    ['a page that draws something else', appendRevision(sealed, { [page.ref.objectNumber]: withEntry(page.dict, 'Contents', `${next} 0 R`), [next]: newContent })],
    ['another size of a page', appendRevision(sealed, { [page.ref.objectNumber]: withEntry(page.dict, 'MediaBox', '[0 0 300 300]') })],
    ['a note stuck on a page', appendRevision(sealed, {
      [page.ref.objectNumber]: withItem(view, page.dict, { key: 'Annots', item: PDFRef.of(next) }),
      [next]: '<< /Type /Annot /Subtype /Stamp /Rect [100 100 300 300] /F 4 >>',
    })],
    ['an appearance put under the seal', appendRevision(sealed, { 7: newContent })],
    ['a second page', appendRevision(sealed, { 2: '<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>', 9: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>' })],
    ['a page taken away', appendRevision(sealed, { 2: '<< /Type /Pages /Kids [] /Count 0 >>' })],
    ['another catalogue', appendRevision(sealed, {
      20: `<< /Type /Catalog /Pages 21 0 R /AcroForm ${view.catalog.get(PDFName.of('AcroForm'))} >>`,
      21: '<< /Type /Pages /Kids [22 0 R] /Count 1 >>',
      22: '<< /Type /Page /Parent 21 0 R /MediaBox [0 0 595 842] >>',
    }, { root: '20 0 R' })],
    ['a table that names no object at all', Buffer.concat([sealed, Buffer.from('\nsome more bytes that no table knows, and a good many of them, more than a line would have\n')])],
  ])('is seen: %s', async (_, altered) => {
    expect(await verdictOf(altered)).toEqual(changed);
  });

  it('may add data for long-term proof', async () => {
    const proof = withEntry(view.catalog, 'DSS', `<< /Type /DSS /Certs [${next} 0 R] >>`);
    const longTerm = appendRevision(sealed, { 1: proof, [next]: stream('certificate') });
    expect(await check(longTerm)).toMatchObject({ verdict: 'valid', signatures: [{ changedAfter: 'allowed', coversWholeFile: false }] });
  });

  it('may end in an empty line', async () => {
    expect(await verdictOf(Buffer.concat([sealed, Buffer.from('\r\n')]))).toMatchObject({ verdict: 'valid' });
  });

  it('may not bring a second signature together with something else', async () => {
    const altered = appendRevision(sealed, { 4: newContent });
    const { verdict, signatures } = await check(signPdf(altered, byTeacher));
    expect(verdict).toBe('invalid');
    expect(signatures).toMatchObject([{ changedAfter: 'forbidden' }, { changedAfter: 'none', signatureValid: true }]);
  });

  it('may not bring a signature that is itself false', async () => {
    const empty = signPdf(sealed, { ...byTeacher, value: () => Buffer.from([0x30, 0]), rect: [0, 0, 595, 842] });
    const { verdict, signatures } = await check(empty);
    expect(verdict).toBe('invalid');
    expect(signatures).toMatchObject([{ changedAfter: 'forbidden' }, { strength: 'unreadable' }]);
  });

  it('may bring nothing where the first signature has closed the document', async () => {
    const closed = signPdf(form, { ...bySchool, certifies: 1 });
    expect(await check(closed)).toMatchObject({ verdict: 'valid' });
    expect(await check(signPdf(closed, byTeacher))).toMatchObject({ verdict: 'invalid', signatures: [{ changedAfter: 'forbidden' }, {}] });
    const open = signPdf(form, { ...bySchool, certifies: 2 });
    expect(await check(signPdf(open, byTeacher))).toMatchObject({ verdict: 'valid' });
  });

  it('is left to people when a signature by an unknown authority has been added', async () => {
    const other = certify({ name: '别的根证书', isAuthority: true });
    const stranger = certify({ name: '别人', issuer: other });
    const both = signPdf(sealed, { ...bySchool, signer: stranger, issuer: other, others: [] });
    expect(await check(both)).toMatchObject({ verdict: 'cannot_tell', signatures: [{ changedAfter: 'allowed' }, { chain: 'incomplete' }] });
  });
});

describe('content prepared before sealing and shown after it (shadow attacks)', () => {
  const hidden = onePage({ more: [[5, newContent]] });
  const prepared = signPdf(hidden, bySchool);

  it('is seen when a table leads to an object that was there and unseen', async () => {
    const at = String(prepared.indexOf('5 0 obj')).padStart(10, '0');
    const tableAt = prepared.length + 1;
    const last = [...prepared.toString('latin1').matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1];
    // Object 4, the page's content, is now what was written as object 5: the numbers differ, so readers part ways.
    const swapped = `\nxref\n4 1\n${at} 00000 n \ntrailer\n<< /Size ${nextNumber(prepared)} /Root 1 0 R /Prev ${last} >>\nstartxref\n${tableAt}\n%%EOF\n`;
    expect(await verdictOf(Buffer.concat([prepared, Buffer.from(swapped)]))).toEqual(changed);
  });

  it('is seen when the cover over it is taken away', async () => {
    const page = firstPage(new PdfView(Uint8Array.from(prepared)));
    const uncovered = appendRevision(prepared, { [page.ref.objectNumber]: withEntry(page.dict, 'Contents', '5 0 R') });
    expect(await verdictOf(uncovered)).toEqual(changed);
  });
});

describe('a signature that does not speak for the file', () => {
  it.each<[string, (honest: readonly number[]) => string]>([
    ['no range', () => 'null'],
    ['an empty range', () => '[]'],
    ['a range of nothing', () => '[0 0 0 0]'],
    ['a negative range', ([, start, end, length]) => `[0 ${start} -${end} ${length}]`],
    ['a range of no numbers', () => '[/A /B /C /D]'],
    ['a range beyond the file', ([, start, end]) => `[0 ${start} ${end} 99999999]`],
    ['a range of broken numbers', ([, start, end]) => `[0 ${start} ${end} 0.5]`],
    ['a range that leaves out the beginning', ([, start, end, length]) => `[9 ${(start ?? 0) - 9} ${end} ${length}]`],
    ['a hole larger than the signature (wrapping)', ([, start, end, length]) => `[0 ${(start ?? 0) - 12} ${end} ${length}]`],
    ['a hole that ends late', ([, start, end, length]) => `[0 ${start} ${(end ?? 0) + 3} ${(length ?? 0) - 3}]`],
    ['a second hole', ([, start, end]) => `[0 ${start} ${end} 9 ${(end ?? 0) + 20} 9]`],
    ['a range that ends within a revision', ([, start, end, length]) => `[0 ${start} ${end} ${(length ?? 0) - 20}]`],
  ])('is invalid: %s', async (_, byteRange) => {
    expect(await verdictOf(signPdf(form, { ...bySchool, byteRange }))).toEqual(unsound);
  });

  it('is invalid when other objects stand in the hole behind its value', async () => {
    const wrapped = Buffer.from(sealed);
    const end = wrapped.indexOf('>', wrapped.indexOf('/Contents <') + 11);
    const more = '> >>\nendobj\n4 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n9 0 obj << /Contents <0';
    wrapped.write(more, end - more.length, 'latin1');
    expect(await verdictOf(wrapped)).toEqual(unsound);
  });

  it('is invalid when the value was taken from another file', async () => {
    const other = signPdf(onePage({ box: '0 0 400 400' }), bySchool);
    const value = () => Buffer.from(/\/Contents <([0-9a-f]+?)0*>/.exec(other.toString('latin1'))?.[1]?.padEnd(2000, '0') ?? '', 'hex');
    expect(await verdictOf(signPdf(form, { ...bySchool, value }))).toEqual({
      verdict: 'invalid',
      said: ['文件内容与签章时不一致，这个签章不能认可。'],
    });
  });

  it.each<[string, (bytes: Uint8Array) => Buffer]>([
    ['nothing', () => Buffer.alloc(2)],
    ['noise', () => Buffer.from('30820123deadbeef', 'hex')],
    ['a value nested without end', () => Buffer.concat(Array.from({ length: 3000 }, () => Buffer.from([0x30, 0x80])))],
    ['a length beyond its room', () => Buffer.from('3084ffffffff00', 'hex')],
    ['two signers', (bytes) => twice(signMessage(bytes, bySchool))],
  ])('is invalid when its value is %s', async (_, value) => {
    expect(await verdictOf(signPdf(form, { ...bySchool, value }))).toEqual({
      verdict: 'invalid',
      said: ['签名数据无法读取，这个签章不能认可。'],
    });
  });

  it('is left to people when its format is not known here', async () => {
    expect(await verdictOf(signPdf(form, { ...bySchool, subFilter: 'GM.sm2seal' }))).toEqual({
      verdict: 'cannot_tell',
      said: ['使用的密码算法或签名格式不能自动验证，由工作人员核验。'],
    });
  });

  it('is none at all when no field of the form shows it', async () => {
    const unlisted = appendRevision(sealed, { 1: withEntry(view.catalog, 'AcroForm', '<< /Fields [] >>') });
    expect(await check(unlisted)).toMatchObject({ verdict: 'cannot_tell', signatures: [] });
  });
});

/** The last part, a set of one signer, with that signer written twice. */
function twice(message: Buffer): Buffer {
  const end = message.lastIndexOf(authority.school.certificate.subarray(-8));
  return Buffer.concat([message.subarray(0, end), Buffer.from([0x31, 0x80]), message.subarray(end)]);
}
