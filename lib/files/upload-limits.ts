import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '@/lib/db/client';
import { remaining } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';
import { type FilePurpose, purposeRules } from './purposes';
import { refusalSentence } from './refusals';

interface UploadToAdmit {
  personId: string;
  purpose: FilePurpose;
  applicationId: string | null;
  batchId: string | null;
  bytes: number;
}

const mebibyte = 1024 * 1024;
const quarter = 15 * 60;
const day = 24 * 60 * 60;
const uploadsAQuarter = 150;
const mebibytesAQuarter = 800;
/** About twice what the largest application may hold. */
const mebibytesADay = 1500;

/** Size, sum and pace: the limits of an upload before a byte of it is taken. */
export async function insistOnLimits({ personId, purpose, bytes, ...place }: UploadToAdmit): Promise<void> {
  const { maxBytes, maxTotalBytes, label } = purposeRules[purpose];
  if (bytes === 0) throw refusal('EMPTY', {});
  if (bytes > maxBytes) throw refusal('TOO_LARGE', { megabytes: maxBytes / mebibyte });
  if (maxTotalBytes && (await bytesAlready(purpose, place)) + bytes > maxTotalBytes) {
    throw refusal('TOTAL_TOO_LARGE', { megabytes: maxTotalBytes / mebibyte, label });
  }
  const points = Math.ceil(bytes / mebibyte);
  await spend({ key: `uploads:${personId}`, points: 1, of: uploadsAQuarter, seconds: quarter });
  await spend({ key: `upload-mebibytes:${personId}`, points, of: mebibytesAQuarter, seconds: quarter });
  await spend({ key: `upload-mebibytes-day:${personId}`, points, of: mebibytesADay, seconds: day });
}

const refusal = (code: 'EMPTY' | 'TOO_LARGE' | 'TOTAL_TOO_LARGE', facts: { megabytes?: number; label?: string }) =>
  new DomainError(code, refusalSentence({ code, facts }));

type Place = Pick<UploadToAdmit, 'applicationId' | 'batchId'>;

/** What was handed in with an earlier stamp no longer counts. */
async function bytesAlready(purpose: FilePurpose, { applicationId, batchId }: Place): Promise<number> {
  if (!applicationId && !batchId) return 0;
  const sum = await db.storedFile.aggregate({
    where: { applicationId, batchId, purpose, status: 'CLEAN', deletedAt: null, sheets: { none: { stampedForms: { some: {} } } } },
    _sum: { bytes: true },
  });
  return sum._sum.bytes ?? 0;
}

interface Spending {
  key: string;
  points: number;
  of: number;
  seconds: number;
}

async function spend({ key, points, of, seconds }: Spending): Promise<void> {
  const limiter = new RateLimiterPrisma({
    storeClient: db,
    tableName: 'rateLimit',
    keyPrefix: '',
    points: of,
    duration: seconds,
    clearExpiredByTimeout: false,
  });
  try {
    await limiter.consume(key, points);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const left = remaining(new Date(0), new Date(Math.max(60_000, error.msBeforeNext)));
    throw new DomainError('TOO_MANY_UPLOADS', `上传得太频繁，请 ${left}后再试。`);
  }
}
