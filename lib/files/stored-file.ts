import { db } from '@/lib/db/client';
import type { StoredFile } from '@/lib/db/generated/client';

/** Judged by whoever asks; see policy.ts. */
export const storedFile = (id: string): Promise<StoredFile | null> => db.storedFile.findUnique({ where: { id } });
