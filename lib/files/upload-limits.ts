import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '@/lib/db/client';
import { DomainError } from '@/lib/kernel/domain-error';
import { type FilePurpose, purposeRules } from './purposes';
import { refusalSentence } from './refusals';

interface UploadToAdmit {
  personId: string;
  purpose: FilePurpose;
  applicationId: string | null;
  bytes: number;
}

const mebibyte = 1024 * 1024;
const windowSeconds = 15 * 60;
const uploadsInWindow = 150;
const mebibytesInWindow = 800;

/** Size, sum and pace: the limits of an upload before a byte of it is taken. */
export async function insistOnLimits({ personId, purpose, applicationId, bytes }: UploadToAdmit): Promise<void> {
  const { maxBytes, maxTotalBytes, label } = purposeRules[purpose];
  if (bytes === 0) throw refusal('EMPTY', {});
  if (bytes > maxBytes) throw refusal('TOO_LARGE', { megabytes: maxBytes / mebibyte });
  if (maxTotalBytes && applicationId && (await bytesAlready(purpose, applicationId)) + bytes > maxTotalBytes) {
    throw refusal('TOTAL_TOO_LARGE', { megabytes: maxTotalBytes / mebibyte, label });
  }
  await spend({ key: `uploads:${personId}`, points: 1, of: uploadsInWindow });
  await spend({ key: `upload-mebibytes:${personId}`, points: Math.ceil(bytes / mebibyte), of: mebibytesInWindow });
}

const refusal = (code: 'EMPTY' | 'TOO_LARGE' | 'TOTAL_TOO_LARGE', facts: { megabytes?: number; label?: string }) =>
  new DomainError(code, refusalSentence({ code, facts }));

/** What was handed in with an earlier stamp no longer counts. */
async function bytesAlready(purpose: FilePurpose, applicationId: string): Promise<number> {
  const sum = await db.storedFile.aggregate({
    where: { applicationId, purpose, status: 'CLEAN', deletedAt: null, stampedPages: { none: {} } },
    _sum: { bytes: true },
  });
  return sum._sum.bytes ?? 0;
}

async function spend({ key, points, of }: { key: string; points: number; of: number }): Promise<void> {
  const limiter = new RateLimiterPrisma({
    storeClient: db,
    tableName: 'rateLimit',
    keyPrefix: '',
    points: of,
    duration: windowSeconds,
    clearExpiredByTimeout: false,
  });
  try {
    await limiter.consume(key, points);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000));
    throw new DomainError('TOO_MANY_UPLOADS', `上传得太频繁，请 ${minutes} 分钟后再试。`);
  }
}
