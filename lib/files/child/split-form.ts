import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { FormAnswer, TaskOf } from './tasks.ts';

/** Takes a posted multipart form apart: its short fields, and its one file into `output`. */
export async function splitForm({ source, output, contentType }: TaskOf<'split-form'>): Promise<FormAnswer> {
  const form = await parse(source, contentType);
  if (!form) return { outcome: 'unreadable' };
  const fields: Record<string, string> = {};
  let file: { name: string; bytes: number } | null = null;
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      fields[name] = value;
    } else if (!file && (value.name !== '' || value.size > 0)) {
      await writeFile(output, value.stream());
      file = { name: value.name, bytes: value.size };
    }
  }
  return { outcome: 'split', fields, file };
}

async function parse(source: string, contentType: string): Promise<FormData | null> {
  const body = Readable.toWeb(createReadStream(source)) as ReadableStream<Uint8Array>;
  try {
    return await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch {
    return null;
  }
}
