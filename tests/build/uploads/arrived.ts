import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/env';
import type { ArrivedUpload } from '@/lib/files/finish-upload';
import type { FilePurpose } from '@/lib/files/purposes';

interface Wish {
  ownerId: string;
  bytes: Buffer;
  purpose?: FilePurpose;
  applicationId?: string | null;
  batchId?: string | null;
  name?: string;
}

/** An upload whose last byte has come. */
export async function arrived({ ownerId, bytes, ...wish }: Wish): Promise<ArrivedUpload> {
  const { purpose = 'EVIDENCE', applicationId = null, batchId = null, name = '获奖证书.pdf' } = wish;
  const folder = path.join(env.dataDirectory, 'arrived');
  const file = path.join(folder, randomUUID());
  await mkdir(folder, { recursive: true });
  await writeFile(file, bytes);
  return { id: randomUUID(), path: file, name, purpose, applicationId, batchId, ownerId };
}
