import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { log } from '@/lib/log';
import { largestUploadBytes } from './purposes';
import { refusalSentence } from './refusals';
import { FilesBusyError } from './child-turns';

export interface UploadFailure {
  status_code: number;
  /** One sentence for the person. */
  body: string;
}

const statusOfCode: Record<string, number> = { TOO_LARGE: 413, TOTAL_TOO_LARGE: 413, TOO_MANY_UPLOADS: 429, NOT_YET: 403 };
const gone = '上传已过期或不存在，请重新选择文件上传。';

/** What an upload is answered when it fails; a browser retries 5xx and gives up on 4xx. */
export function answerOfFailure(error: unknown): UploadFailure {
  if (error instanceof DomainError) return { status_code: statusOfCode[error.code] ?? 422, body: error.sentence };
  if (error instanceof NotFoundError) return { status_code: 404, body: gone };
  if (error instanceof FilesBusyError) return { status_code: 503, body: '现在上传的人较多，请稍后再试。' };
  const status = protocolStatus(error);
  if (status === 404 || status === 410) return { status_code: 404, body: gone };
  if (status === 413) {
    const facts = { megabytes: largestUploadBytes / 1024 / 1024 };
    return { status_code: 413, body: refusalSentence({ code: 'TOO_LARGE', facts }) };
  }
  if (status && status < 500) return { status_code: status, body: '上传中断，请重试。' };
  log().error({ err: error }, 'upload failed');
  return { status_code: 500, body: '文件没有传完，请稍后再试。' };
}

/** The protocol's own refusals are plain objects. */
function protocolStatus(error: unknown): number | null {
  const isPlain = typeof error === 'object' && error !== null && 'status_code' in error;
  return isPlain && typeof error.status_code === 'number' ? error.status_code : null;
}
