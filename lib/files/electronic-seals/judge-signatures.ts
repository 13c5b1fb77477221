import type { SealSignature, SealVerdict } from './schema.ts';

/** One signature by itself. What a machine cannot decide is left to people, and is never called valid. */
export function judgeSignature(signature: SealSignature): SealVerdict {
  if (!signature.rangeSound || signature.changedAfter === 'forbidden') return 'invalid';
  if (signature.strength === 'unsupported') return 'cannot_tell';
  if (!signature.digestValid || !signature.signatureValid) return 'invalid';
  if (signature.chain === 'expired' || signature.chain === 'wrong_usage') return 'invalid';
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
