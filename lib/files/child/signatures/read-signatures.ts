import { readFile } from 'node:fs/promises';
import { judgeSignature, judgeSignatures, type SealSignature } from '../../electronic-seals/schema.ts';
import { orNull } from '../or-null.ts';
import type { SignaturesAnswer, TaskOf } from '../tasks.ts';
import { readCertificate } from './certificate.ts';
import { laterChanges } from './later-changes.ts';
import { PdfView } from './pdf-view.ts';
import { type ReadSignature, readSignature } from './read-signature.ts';
import { looksTheSame } from './same-look.ts';
import { type SignatureField, signatureFields } from './signature-fields.ts';
import { widgetPlaces } from './widget-places.ts';

const mostSignatures = 40;

/** Whether a viewer would show the file as signed. */
export const isSigned = (bytes: Uint8Array): boolean => (signedView(bytes)?.fields.length ?? 0) > 0;

/** A file whose tables are broken has no signature that one could speak of. */
const signedView = (bytes: Uint8Array) =>
  orNull(() => {
    const view = new PdfView(bytes);
    return { view, fields: signatureFields(view).slice(0, mostSignatures) };
  });

/** Every electronic signature in a PDF, in the order in which they were made. */
export async function readSignatures({ source, anchors, at }: TaskOf<'read-signatures'>): Promise<SignaturesAnswer> {
  const bytes = new Uint8Array(await readFile(source));
  const signed = signedView(bytes);
  if (!signed) return { checkedAt: at, verdict: judgeSignatures([]), signatures: [] };
  const { view, fields } = signed;
  const trusted = anchors.map((anchor) => readCertificate(Buffer.from(anchor, 'base64')));
  const read = fields.map((field) => readSignature(field, { view, anchors: trusted, at: new Date(at) }));
  const signatures = await judgeTogether(read, view);
  return { checkedAt: at, verdict: judgeSignatures(signatures), signatures };
}

/** The last one first: an earlier one bears only such later ones as are not bad themselves. */
async function judgeTogether(read: readonly ReadSignature[], view: PdfView): Promise<SealSignature[]> {
  const good = new Set<number>();
  const judged: SealSignature[] = [];
  const isGood = ({ number }: SignatureField) => good.has(number);
  for (const one of read.toSorted((a, b) => (b.range?.end ?? 0) - (a.range?.end ?? 0))) {
    const facts = { ...one.facts, ...(one.range ? await changesAfter(view, one.range.end, isGood) : {}) };
    if (judgeSignature(facts) !== 'invalid') good.add(one.field.number);
    judged.unshift(facts);
  }
  return judged;
}

async function changesAfter(
  view: PdfView,
  end: number,
  isGood: (field: SignatureField) => boolean,
): Promise<Pick<SealSignature, 'coversWholeFile' | 'changedAfter'>> {
  const coversWholeFile = end === view.bytes.length;
  const changes = orNull(() => laterChanges(view, end, isGood));
  if (!changes || changes.kind === 'forbidden') return { coversWholeFile, changedAfter: 'forbidden' };
  if (changes.kind === 'none') return { coversWholeFile, changedAfter: 'none' };
  const places = widgetPlaces(view, new Set(changes.fields.flatMap(({ widgets }) => widgets)));
  const isSame = await looksTheSame(view.bytes.slice(0, end), view.bytes.slice(), places);
  return { coversWholeFile, changedAfter: isSame ? 'allowed' : 'forbidden' };
}
