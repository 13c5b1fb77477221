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
import { inWorkFolder } from './work-folder';

export interface PostedFile {
  path: string;
  name: string;
  bytes: number;
}

export interface PostedForm {
  fields: Record<string, string>;
  files: PostedFile[];
  /** Where the files lie, and others may. */
  folder: string;
}

const roomForFields = 64 * 1024;

/** Streams a posted form to disk, takes it apart in the checking process, and hands it on while its files exist. */
export async function withPostedForm<Result>(
  request: Request,
  { mostFiles }: { mostFiles: number },
  use: (form: PostedForm) => Promise<Result>,
): Promise<Result> {
  const contentType = request.headers.get('content-type') ?? '';
  if (!request.body || !/^multipart\/form-data\b/i.test(contentType)) throw unreadableForm();
  const body = Readable.fromWeb(request.body as WebStream<Uint8Array>);
  return inWorkFolder(async (folder) => {
    const source = path.join(/*turbopackIgnore: true*/ folder, 'form');
    const output = path.join(/*turbopackIgnore: true*/ folder, 'part');
    await save(body, source, Number(request.headers.get('content-length') ?? Number.NaN));
    const result = await runChild({ kind: 'split-form', source, output, contentType, mostFiles }, formAnswer);
    if (!result.done || result.answer.outcome !== 'split') throw unreadableForm();
    const { fields, files, left } = result.answer;
    if (left > 0) throw new DomainError('TOO_MANY_FILES', `一次最多上传 ${mostFiles} 个文件，请分几次上传。`);
    return use({ fields, files, folder });
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

export const unreadableForm = () => new DomainError('BAD_UPLOAD', '上传请求不完整，请返回页面重新选择文件。');
const incomplete = () => new DomainError('INCOMPLETE', refusalSentence({ code: 'INCOMPLETE', facts: {} }));
const tooLarge = () =>
  new DomainError('TOO_LARGE', refusalSentence({ code: 'TOO_LARGE', facts: { megabytes: largestUploadBytes / 1024 / 1024 } }));
