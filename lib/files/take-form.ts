import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { DomainError } from '@/lib/kernel/domain-error';
import { formAnswer } from './child/tasks';
import { largestUploadBytes } from './purposes';
import { refusalSentence } from './refusals';
import { runChild } from './run-child';
import { type UploadRequest, uploadRequest } from './upload-request';
import { inWorkFolder } from './work-folder';

export interface PostedFile {
  path: string;
  name: string;
  bytes: number;
}

export interface TakenForm {
  wanted: Omit<UploadRequest, 'filename'>;
  /** Everything else that the page sent along. */
  fields: Record<string, string>;
  files: PostedFile[];
}

const roomForFields = 64 * 1024;

/** Streams a posted form to disk, takes it apart in the checking process, and hands it on while its files exist. */
export async function takeForm<Result>(request: Request, use: (form: TakenForm) => Promise<Result>): Promise<Result> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!request.body || !/^multipart\/form-data\b/i.test(contentType)) throw unreadable();
  const body = Readable.fromWeb(request.body as WebStream<Uint8Array>);
  return inWorkFolder(async (folder) => {
    const source = path.join(/*turbopackIgnore: true*/ folder, 'form');
    const output = path.join(/*turbopackIgnore: true*/ folder, 'part');
    await save(body, source, Number(request.headers.get('content-length') ?? Number.NaN));
    const result = await runChild({ kind: 'split-form', source, output, contentType }, formAnswer);
    if (!result.done || result.answer.outcome !== 'split') throw unreadable();
    const { fields, files } = result.answer;
    const wanted = uploadRequest.safeParse({ ...fields, applicationId: fields.applicationId || undefined, batchId: fields.batchId || undefined });
    if (!wanted.success) throw unreadable();
    const { purpose, applicationId, batchId } = wanted.data;
    return use({ wanted: { purpose, applicationId, batchId }, fields, files });
  });
}

async function save(body: Readable, file: string, announced: number): Promise<void> {
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > largestUploadBytes + roomForFields ? tooLarge() : null, chunk);
    },
  });
  if (announced > largestUploadBytes + roomForFields) throw tooLarge();
  await pipeline(body, measure, createWriteStream(/*turbopackIgnore: true*/ file, { mode: 0o600 }));
  // A body that was cut short on its way looks whole to whoever only reads it to the end.
  if (Number.isFinite(announced) && bytes !== announced) throw incomplete();
}

const unreadable = () => new DomainError('BAD_UPLOAD', '上传请求不完整，请返回页面重新选择文件。');
const incomplete = () => new DomainError('INCOMPLETE', refusalSentence({ code: 'INCOMPLETE', facts: {} }));
const tooLarge = () =>
  new DomainError('TOO_LARGE', refusalSentence({ code: 'TOO_LARGE', facts: { megabytes: largestUploadBytes / 1024 / 1024 } }));
