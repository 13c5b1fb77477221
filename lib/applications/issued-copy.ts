import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ObjectMissingError } from '@/lib/files/object-store';
import { openStore } from '@/lib/files/open-store';

export const issuedCopyKey = (sha256: string): string => `forms/${sha256}.pdf`;

/** Kept by its digest, so that an issued form stays printable when fonts or layout have moved on. */
export async function keepIssuedCopy({ sha256, bytes }: { sha256: string; bytes: Uint8Array }): Promise<void> {
  await openStore().put(issuedCopyKey(sha256), Readable.from([Buffer.from(bytes)]));
}

/** The very bytes, or null where the store has lost them. */
export async function issuedCopy(sha256: string): Promise<Uint8Array | null> {
  try {
    const bytes = await buffer(await openStore().get(issuedCopyKey(sha256)));
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? new Uint8Array(bytes) : null;
  } catch (error) {
    if (error instanceof ObjectMissingError) return null;
    throw error;
  }
}
