import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { FormAnswer, TaskOf } from './tasks.ts';

/** Takes a posted multipart form apart: its short fields, and its files, written beside each other from `output` on. */
export async function splitForm({ source, output, contentType, mostFiles }: TaskOf<'split-form'>): Promise<FormAnswer> {
  const form = await parse(source, contentType);
  if (!form) return { outcome: 'unreadable' };
  const fields: Record<string, string> = {};
  const files: { path: string; name: string; bytes: number }[] = [];
  let left = 0;
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      fields[name] = value;
      continue;
    }
    const isPicked = value.name !== '' || value.size > 0;
    if (isPicked && files.length === mostFiles) left++;
    if (!isPicked || files.length === mostFiles) continue;
    const path = `${output}-${files.length}`;
    await writeFile(path, value.stream());
    files.push({ path, name: value.name, bytes: value.size });
  }
  return { outcome: 'split', fields, files, left };
}

async function parse(source: string, contentType: string): Promise<FormData | null> {
  const body = Readable.toWeb(createReadStream(source)) as ReadableStream<Uint8Array>;
  try {
    return await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch {
    return null;
  }
}
