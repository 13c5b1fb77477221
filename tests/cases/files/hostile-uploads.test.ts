import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import type { FilePurpose } from '@/lib/files/purposes';
import { hostileFiles } from '@/tests/build/hostile/hostile-files';
import { expectedAs, type HostileKind } from '@/tests/build/hostile/hostile-kind';
import { onePage } from '@/tests/build/hostile/pdf-parts';
import { type UploadProcess, uploadProcess } from '@/tests/build/uploads/upload-process';

const person = randomUUID();
let server: UploadProcess;

beforeAll(async () => {
  server = await uploadProcess();
});
afterAll(() => server.kill());

interface Sent {
  bytes: Buffer;
  name?: string;
  purpose?: FilePurpose;
}

interface Answer {
  status: number;
  said: string;
}

const answerOf = async (response: Response): Promise<Answer> => ({ status: response.status, said: await response.text() });

/** As a browser with scripts sends it. */
async function byTus({ bytes, name = '文件', purpose = 'EVIDENCE' }: Sent): Promise<Answer> {
  const facts = { purpose, applicationId: randomUUID(), filename: name };
  const metadata = Object.entries(facts).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`);
  const headers = { 'tus-resumable': '1.0.0', 'x-person': person };
  const begun = await fetch(server.url, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': metadata.join(',') },
  });
  if (begun.status !== 201) return answerOf(begun);
  const at = new URL(begun.headers.get('location') ?? '', server.url);
  const patch = { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  return answerOf(await fetch(at, { method: 'PATCH', headers: patch, body: new Uint8Array(bytes) }));
}

/** As a page without scripts posts it. */
async function byForm({ bytes, name = '文件', purpose = 'EVIDENCE' }: Sent): Promise<Answer> {
  const body = new FormData();
  body.set('purpose', purpose);
  body.set('applicationId', randomUUID());
  body.set('file', new File([new Uint8Array(bytes)], name));
  return answerOf(await fetch(`${server.url}/form`, { method: 'POST', headers: { 'x-person': person }, body }));
}

const ways = { tus: byTus, form: byForm };

async function hostile(kind: string): Promise<HostileKind & { bytes: Buffer }> {
  const found = hostileFiles.find((file) => file.kind === kind);
  if (!found) throw new Error(`no such kind: ${kind}`);
  return { ...found, bytes: await found.make() };
}

/** The most that the process which was asked has ever held, in megabytes. */
async function peakOfServer(): Promise<number> {
  const status = await readFile(`/proc/${server.pid()}/status`, 'latin1');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

const isOneSentence = /^[^。！？]+。$/;
const good = (): Promise<Buffer> => sharp({ create: { width: 900, height: 1200, channels: 3, background: '#eef' } }).jpeg().toBuffer();

/** One of each sort; bombs go off below, as each keeps a process busy for as long as it may. */
const sample = [
  'script on opening',
  'embedded program',
  'PDF with a password',
  'ten thousand pages',
  '100-megapixel photo',
  'half a JPEG',
  'HEIC',
  'gzip of 200 MB',
  'Windows program',
];

describe('the process that takes uploads', () => {
  afterEach(async () => {
    expect(await readdir(path.join(env.dataDirectory, 'work')), 'nothing is left lying about').toEqual([]);
  });

  describe.each(['tus', 'form'] as const)('by %s', (way) => {
    it.each(sample)('answers %s in one sentence', { timeout: 60_000 }, async (kind) => {
      const { bytes, ...file } = await hostile(kind);
      for (const purpose of ['EVIDENCE', 'STAMPED_FORM'] as const) {
        const answer = await ways[way]({ bytes, purpose });
        expect({ kind, purpose, status: answer.status }).toEqual({ kind, purpose, status: 422 });
        expect(answer.said).toMatch(isOneSentence);
        const [expected] = expectedAs(file, purpose);
        const refused = await db.auditEvent.findFirst({ where: { name: 'file_refused', actorId: person }, orderBy: { id: 'desc' } });
        expect(refused?.data).toMatchObject({ refusalCode: expected, purpose });
      }
    });

    it('goes by what a file is and not by what it is called', async () => {
      const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#abc' } }).png().toBuffer();
      const program = (await hostile('Windows program')).bytes;
      expect((await ways[way]({ bytes: program, name: '获奖证书.jpg' })).said).toBe('这不是图片或 PDF 文件，请上传 JPEG、PNG 图片或 PDF。');
      expect((await ways[way]({ bytes: picture, name: '证书.pdf.exe' })).status).toBeLessThan(300);
      const kept = await db.storedFile.findFirstOrThrow({ where: { uploadedById: person, status: 'CLEAN' }, orderBy: { createdAt: 'desc' } });
      expect([kept.name, kept.mediaType]).toEqual(['证书.jpg', 'image/jpeg']);
    });
  });

  it('takes a good file while three bombs go off at once, and stays small itself', { timeout: 120_000 }, async () => {
    const bombs = ['page drawn from a gigabyte of zeros', 'object stream of a gigabyte', 'forms drawn inside forms'];
    const files = await Promise.all(bombs.map(hostile));
    const exploding = files.map(({ bytes }, at) => (at % 2 === 0 ? byTus : byForm)({ bytes, purpose: 'STAMPED_FORM' }));
    const [mine, ...theirs] = await Promise.all([byTus({ bytes: await good(), name: '证书.jpg' }), ...exploding]);
    expect(mine.status).toBe(204);
    for (const { status, said } of theirs) {
      expect(status).toBe(422);
      expect(said).toMatch(isOneSentence);
    }
    expect((await byForm({ bytes: onePage(), name: '证书.pdf' })).status).toBe(200);
    expect(await peakOfServer()).toBeLessThan(500);
  });
});
