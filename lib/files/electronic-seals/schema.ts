import { z } from 'zod';

/** What one electronic signature in a PDF turned out to be. */
export const sealSignature = z.object({
  /** Number of the form field that shows it: no two have one. */
  field: z.number().int(),
  /** A timestamp of the whole document vouches for its time alone. */
  role: z.enum(['signature', 'timestamp']),
  /** As the certificate has it. */
  signerName: z.string().nullable(),
  organisation: z.string().nullable(),
  issuer: z.string().nullable(),
  /** A hint where the certificate carries one; nothing is decided by it. */
  creditCode: z.string().nullable(),
  /** `claimed` by the signer's own clock, or put on it by an authority. */
  signedAt: z.object({ at: z.iso.datetime(), source: z.enum(['claimed', 'timestamp']) }).nullable(),
  /** Whether it speaks for the file in the one honest way, with no hole but its own. */
  rangeSound: z.boolean(),
  digestValid: z.boolean(),
  signatureValid: z.boolean(),
  strength: z.enum(['good', 'weak', 'unsupported', 'unreadable']),
  algorithm: z.string().nullable(),
  chain: z.enum(['trusted', 'untrusted', 'incomplete', 'expired', 'expired_since', 'wrong_usage', 'unknown']),
  /** Name of the anchor of trust that it leads to. */
  anchor: z.string().nullable(),
  certificateSha256: z.string().nullable(),
  coversWholeFile: z.boolean(),
  changedAfter: z.enum(['none', 'allowed', 'forbidden']),
  /** Asking needs the authorities' network. */
  revocation: z.literal('not_checked'),
});
export type SealSignature = z.infer<typeof sealSignature>;

export const sealVerdicts = ['valid', 'invalid', 'cannot_tell'] as const;
export type SealVerdict = (typeof sealVerdicts)[number];

/** Of a file: kept with it, and made anew when the anchors of trust change. */
export const sealSignatures = z.object({
  checkedAt: z.iso.datetime(),
  verdict: z.enum(sealVerdicts),
  signatures: z.array(sealSignature),
});
export type SealSignatures = z.infer<typeof sealSignatures>;

const keptSignatures = sealSignatures.nullable().catch(null);

/** As kept in a file's row; null for a scan. */
export const signaturesOf = (file: { signatures: unknown }): SealSignatures | null => keptSignatures.parse(file.signatures);

/** One signature by itself. What a machine cannot decide is left to people, and is never called valid. */
export function judgeSignature(signature: SealSignature): SealVerdict {
  if (!signature.rangeSound || signature.changedAfter === 'forbidden') return 'invalid';
  if (signature.strength === 'unsupported') return 'cannot_tell';
  if (!signature.digestValid || !signature.signatureValid) return 'invalid';
  if (['expired', 'expired_since', 'wrong_usage'].includes(signature.chain)) return 'invalid';
  if (signature.chain === 'trusted' && signature.strength === 'good') return 'valid';
  return 'cannot_tell';
}

/** The file is as good as the worst of its signatures; a timestamp alone seals nothing. */
export function judgeSignatures(signatures: readonly SealSignature[]): SealVerdict {
  const verdicts = signatures.map(judgeSignature);
  if (verdicts.includes('invalid')) return 'invalid';
  const isSealed = signatures.some(({ role }) => role === 'signature');
  return isSealed && verdicts.every((verdict) => verdict === 'valid') ? 'valid' : 'cannot_tell';
}
