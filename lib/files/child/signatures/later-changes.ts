import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from 'pdf-lib';
import { PdfView } from './pdf-view.ts';
import { dictPairs, isOfType, type Pair, sameObjects } from './same-objects.ts';
import { type SignatureField, signatureFields } from './signature-fields.ts';

export interface LaterChanges {
  kind: 'none' | 'allowed' | 'forbidden';
  /** Signed fields that came later. */
  fields: SignatureField[];
}

interface Revisions {
  before: PdfView;
  after: PdfView;
}

const none: LaterChanges = { kind: 'none', fields: [] };
const forbidden: LaterChanges = { kind: 'forbidden', fields: [] };

/**
 * What was appended after a signature. Further signatures that are good in themselves (`isGood` says which) and data
 * for their long-term proof may be; anything else that a reader would meet is a change of what was signed.
 */
export function laterChanges(after: PdfView, end: number, isGood: (field: SignatureField) => boolean): LaterChanges {
  const rest = after.bytes.subarray(end);
  if (/^\s*$/.test(Buffer.from(rest.subarray(0, 64)).toString('latin1')) && rest.length <= 64) return none;
  // Bytes behind the end that are no revision: readers differ in what they make of them.
  if (after.tableStart < end) return forbidden;
  const before = new PdfView(after.bytes, end);
  const known = new Set(signatureFields(before).map(({ signatureNumber }) => signatureNumber));
  const fields = signatureFields(after).filter(({ signatureNumber }) => !known.has(signatureNumber));
  if (!fields.every(isGood) || allowsNothingMore(before)) return forbidden;
  return isSameDocument({ before, after }, fields) ? { kind: 'allowed', fields } : forbidden;
}

/** A certifying signature may have closed the document for good. */
function allowsNothingMore(view: PdfView): boolean {
  const permissions = view.dict(view.catalog, 'Perms');
  const certifying = permissions ? view.dict(permissions, 'DocMDP') : undefined;
  const references = certifying ? view.get(certifying, 'Reference') : undefined;
  if (!(references instanceof PDFArray)) return false;
  return references.asArray().some((item) => {
    const reference = view.resolve(item);
    const parameters = isDict(reference) ? view.dict(reference, 'TransformParams') : undefined;
    const level = parameters ? view.get(parameters, 'P') : undefined;
    return level instanceof PDFNumber && level.asNumber() === 1;
  });
}

const isDict = (object: PDFObject | undefined): object is PDFDict => object instanceof PDFDict;

function isSameDocument(revisions: Revisions, fields: readonly SignatureField[]): boolean {
  const { before, after } = revisions;
  const added = new Set(fields.flatMap(({ widgets }) => widgets));
  const signed = new Set(fields.map(({ number }) => number));
  const special = (one: PDFDict, other: PDFDict) => {
    if (isOfType(one, 'Catalog') && isOfType(other, 'Catalog')) return catalogPairs(revisions, { one, other, signed });
    if (isOfType(one, 'Page') && isOfType(other, 'Page')) return pagePairs(revisions, { one, other, added });
    return fieldPairs(revisions, { one, other, fields });
  };
  return sameObjects(revisions, [{ before: before.catalog, after: after.catalog }], special);
}

interface TwoDicts {
  one: PDFDict;
  other: PDFDict;
}

/** The form may have gained signed fields; data for long-term proof may have been added. */
function catalogPairs(revisions: Revisions, { one, other, signed }: TwoDicts & { signed: ReadonlySet<number> }): Pair[] | 'differs' {
  const forms = { before: revisions.before.get(one, 'AcroForm'), after: revisions.after.get(other, 'AcroForm') };
  const rest = dictPairs(one, other, ['AcroForm', 'DSS', 'Extensions', 'Metadata']);
  if (!isDict(forms.after)) return forms.before || forms.after ? 'differs' : rest;
  const old = isDict(forms.before) ? forms.before : undefined;
  const lists = { before: old && revisions.before.get(old, 'Fields'), after: revisions.after.get(forms.after, 'Fields') };
  const fields = grownList(lists, signed);
  if (fields === 'differs') return 'differs';
  const own = old ? dictPairs(old, forms.after, ['Fields', 'SigFlags', 'DR', 'DA']) : ownKeys(forms.after);
  return own === 'differs' ? own : [...rest, ...fields, ...own];
}

/** A form that was not there before may hold nothing but its signatures. */
const ownKeys = (form: PDFDict): Pair[] | 'differs' =>
  form.keys().every((key) => ['Fields', 'SigFlags', 'DR', 'DA'].includes(key.decodeText())) ? [] : 'differs';

function pagePairs(revisions: Revisions, { one, other, added }: TwoDicts & { added: ReadonlySet<number> }): Pair[] | 'differs' {
  const lists = { before: revisions.before.get(one, 'Annots'), after: revisions.after.get(other, 'Annots') };
  const annotations = grownList(lists, added);
  return annotations === 'differs' ? annotations : [...dictPairs(one, other, ['Annots']), ...annotations];
}

/** All that was listed is listed still, in its order; what came to it is among `added`. */
function grownList({ before, after }: Pair, added: ReadonlySet<number>): Pair[] | 'differs' {
  const [old, now] = [itemsOf(before), itemsOf(after)];
  if (now.length < old.length) return 'differs';
  const isGood = (item: PDFObject) => item instanceof PDFRef && added.has(item.objectNumber);
  if (!now.slice(old.length).every(isGood)) return 'differs';
  return old.map((item, index) => ({ before: item, after: now[index] }));
}

const itemsOf = (list: PDFObject | undefined): PDFObject[] => (list instanceof PDFArray ? list.asArray() : []);

/** An empty signature field that has been signed since. */
function fieldPairs(
  revisions: Revisions,
  { one, other, fields }: TwoDicts & { fields: readonly SignatureField[] },
): Pair[] | null {
  const value = other.get(PDFName.of('V'));
  const isSignedNow = value instanceof PDFRef && fields.some(({ signatureNumber }) => signatureNumber === value.objectNumber);
  const isSignature = revisions.before.get(one, 'FT') === PDFName.of('Sig');
  if (!isSignedNow || !isSignature || revisions.before.get(one, 'V')) return null;
  return dictPairs(one, other, ['V', 'AP', 'M', 'MK', 'DA', 'F']);
}
