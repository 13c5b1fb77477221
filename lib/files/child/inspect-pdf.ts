import { PDFArray, PDFContext, PDFDict, PDFDocument, PDFInvalidObject, PDFName, type PDFObject, type PDFRef, PDFStream } from 'pdf-lib';

const actionKeys = new Set(['JS', 'JavaScript', 'XFA']);
const attachmentKeys = new Set(['EmbeddedFiles', 'EF', 'AF', 'RichMediaContent']);
const actionTypes = new Set(['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'Rendition', 'RichMediaExecute']);
const attachmentTypes = new Set(['EmbeddedFile', 'FileAttachment', 'RichMedia', 'Sound', 'Movie', '3D']);
/** Opening at a page is harmless and common; anything else that happens by itself is not. */
const harmlessOnOpen = new Set(['GoTo', 'Named', 'URI']);
const deepest = 60;

export interface PdfFindings {
  document: PDFDocument;
  isEncrypted: boolean;
  hasActions: boolean;
  hasAttachments: boolean;
}

/** Walks every object of a PDF, so that no spelling, compression or old revision hides a script or an attachment. */
export async function inspectPdf(bytes: Uint8Array): Promise<PdfFindings> {
  const { document, objects } = await loadWithEveryObject(bytes);
  const findings: PdfFindings = { document, isEncrypted: document.isEncrypted, hasActions: false, hasAttachments: false };
  if (findings.isEncrypted) return findings;
  for (const object of objects) walk(object, findings, document.context, 0);
  return findings;
}

/** A number may be given to two objects and readers disagree which one counts: all of them are kept. */
async function loadWithEveryObject(bytes: Uint8Array): Promise<{ document: PDFDocument; objects: PDFObject[] }> {
  const objects: PDFObject[] = [];
  const assign = PDFContext.prototype.assign;
  PDFContext.prototype.assign = function keepAndAssign(this: PDFContext, ref: PDFRef, object: PDFObject): void {
    objects.push(object);
    assign.call(this, ref, object);
  };
  try {
    const document = await PDFDocument.load(bytes, {
      ignoreEncryption: true,
      updateMetadata: false,
      parseSpeed: Number.POSITIVE_INFINITY,
    });
    return { document, objects };
  } finally {
    PDFContext.prototype.assign = assign;
  }
}

function walk(object: PDFObject, findings: PdfFindings, context: PDFContext, depth: number): void {
  if (depth > deepest) throw new Error('nested too deep');
  if (object instanceof PDFInvalidObject) return judgeUnreadable(object, findings);
  if (object instanceof PDFArray) {
    for (const item of object.asArray()) walk(item, findings, context, depth + 1);
    return;
  }
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return;
  judgeDict(dict, findings, context);
  for (const value of dict.values()) walk(value, findings, context, depth + 1);
}

function judgeDict(dict: PDFDict, findings: PdfFindings, context: PDFContext): void {
  for (const [key, value] of dict.entries()) {
    const name = key.decodeText();
    if (actionKeys.has(name)) findings.hasActions = true;
    if (attachmentKeys.has(name)) findings.hasAttachments = true;
    if (name === 'OpenAction' && !isHarmlessOnOpen(context.lookup(value))) findings.hasActions = true;
    if ((name === 'S' || name === 'Subtype' || name === 'Type') && value instanceof PDFName) {
      if (name === 'S' && actionTypes.has(value.decodeText())) findings.hasActions = true;
      if (name !== 'S' && attachmentTypes.has(value.decodeText())) findings.hasAttachments = true;
    }
  }
}

/** What this parser cannot read another may: the words alone then decide. */
function judgeUnreadable(object: PDFInvalidObject, findings: PdfFindings): void {
  const raw = Buffer.alloc(object.sizeInBytes());
  object.copyBytesInto(raw, 0);
  const spelled = raw.toString('latin1').replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  const names = spelled.match(/\/[A-Za-z0-9]+/g)?.map((name) => name.slice(1)) ?? [];
  if (names.some((name) => actionKeys.has(name) || actionTypes.has(name))) findings.hasActions = true;
  if (names.some((name) => attachmentKeys.has(name) || attachmentTypes.has(name))) findings.hasAttachments = true;
}

/** A destination is an array or a name; an action is a dictionary whose S says what it does. */
function isHarmlessOnOpen(value: PDFObject | undefined): boolean {
  if (!(value instanceof PDFDict)) return true;
  const kind = value.lookup(PDFName.of('S'));
  return kind instanceof PDFName && harmlessOnOpen.has(kind.decodeText());
}
