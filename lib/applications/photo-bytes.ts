import { buffer } from 'node:stream/consumers';
import { db } from '@/lib/db/client';
import { openStore } from '@/lib/files/open-store';

export async function photoBytes(fileId: string): Promise<Uint8Array> {
  const { storageKey } = await db.storedFile.findUniqueOrThrow({ where: { id: fileId } });
  return new Uint8Array(await buffer(await openStore().get(storageKey)));
}
