import { createHash, randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { openStore } from '@/lib/files/open-store';
import { onePage } from '@/tests/build/hostile/pdf-parts';
import { seededBytes } from '@/tests/build/seeded';
import { type UploadProcess, uploadProcess } from '@/tests/build/uploads/upload-process';

const person = randomUUID();
const stranger = randomUUID();
const pdf = onePage({ more: [[5, { dict: '', stream: seededBytes(3_000_000, 5) }]] });
const sha256 = createHash('sha256').update(pdf).digest('hex');
let server: UploadProcess;

beforeAll(async () => {
  server = await uploadProcess();
});
afterAll(() => server.kill());

const metadata = { purpose: 'EVIDENCE', applicationId: randomUUID(), filename: '获奖证书.pdf' };
const encoded = Object.entries(metadata)
  .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
  .join(',');

interface Asked {
  method: string;
  as?: string;
  headers?: Record<string, string>;
  body?: Buffer;
}

const ask = (url: string, { method, as = person, headers = {}, body }: Asked) =>
  fetch(url, {
    method,
    headers: { 'tus-resumable': '1.0.0', 'x-person': as, ...headers },
    body: body && new Uint8Array(body),
  });

async function begin(length: number): Promise<string> {
  const answer = await ask(server.url, { method: 'POST', headers: { 'upload-length': String(length), 'upload-metadata': encoded } });
  expect(answer.status).toBe(201);
  return new URL(answer.headers.get('location') ?? '', server.url).href;
}

const send = (url: string, offset: number, body: Buffer) =>
  ask(url, { method: 'PATCH', headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, body });

const idOf = (url: string) => url.split('/').at(-1) ?? '';

describe('an upload', () => {
  it('goes on after the server was killed in the middle, and is whole', async () => {
    let kills = 0;
    const url = await new Promise<string>((resolve, reject) => {
      const upload = new Upload(pdf, {
        endpoint: server.url,
        metadata,
        headers: { 'x-person': person },
        chunkSize: 200_000,
        retryDelays: [100, 300, 1000, 3000, 6000, 12_000],
        onChunkComplete: (_size, sent) => {
          if (kills > 0 || sent < 1_000_000) return;
          kills += 1;
          server.kill().then(() => server.start(), reject);
        },
        onSuccess: () => resolve(upload.url ?? ''),
        onError: reject,
      });
      upload.start();
    });
    expect(kills).toBe(1);
    const file = await db.storedFile.findUniqueOrThrow({ where: { id: idOf(url) } });
    expect(file).toMatchObject({ sha256, bytes: pdf.length, pages: 1, status: 'CLEAN', name: '获奖证书.pdf', uploadedById: person });
    const kept = await buffer(await openStore().get(file.storageKey));
    expect(createHash('sha256').update(kept).digest('hex')).toBe(sha256);
  }, 60_000);

  it('keeps what arrived of a part that broke off', async () => {
    const url = await begin(pdf.length);
    await send(url, 0, pdf.subarray(0, 700_000));
    await server.kill();
    await server.start();
    const asked = await ask(url, { method: 'HEAD' });
    expect(asked.headers.get('upload-offset')).toBe('700000');
    const done = await send(url, 700_000, pdf.subarray(700_000));
    expect(done.status).toBe(204);
    expect(await db.storedFile.findUniqueOrThrow({ where: { id: idOf(url) } })).toMatchObject({ sha256 });
  }, 60_000);

  it("is not there for anybody else, exactly like one that never was", async () => {
    const url = await begin(pdf.length);
    const nowhere = url.replace(idOf(url), randomUUID());
    for (const method of ['HEAD', 'DELETE']) {
      const [theirs, none] = [await ask(url, { method, as: stranger }), await ask(nowhere, { method, as: stranger })];
      expect([theirs.status, await theirs.text()]).toEqual([none.status, await none.text()]);
      expect(theirs.status).toBe(404);
    }
    const patch = await ask(url, {
      method: 'PATCH',
      as: stranger,
      headers: { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body: pdf,
    });
    expect(patch.status).toBe(404);
    expect((await ask(url, { method: 'HEAD' })).headers.get('upload-offset')).toBe('0');
    expect((await ask(url, { method: 'DELETE' })).status).toBe(204);
  });

  it('that is refused says why in one sentence, and nothing of it is kept', async () => {
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    const url = await begin(page.length);
    const answer = await send(url, 0, page);
    expect([answer.status, await answer.text()]).toEqual([422, '这不是图片或 PDF 文件，请上传 JPEG、PNG 图片或 PDF。']);
    const row = await db.storedFile.findUniqueOrThrow({ where: { id: idOf(url) } });
    expect(row).toMatchObject({ status: 'REFUSED', bytes: 0, refusal: '这不是图片或 PDF 文件，请上传 JPEG、PNG 图片或 PDF。' });
    expect(await openStore().head(row.storageKey)).toBeNull();
  });

  it('asked for its end twice at once is one file', async () => {
    const url = await begin(pdf.length);
    await send(url, 0, pdf.subarray(0, pdf.length - 1));
    const [one, two] = await Promise.all([
      send(url, pdf.length - 1, pdf.subarray(-1)),
      ask(url, { method: 'HEAD' }),
    ]);
    expect(one.status).toBe(204);
    expect([200, 204]).toContain(two.status);
    expect(await db.storedFile.count({ where: { id: idOf(url) } })).toBe(1);
    const again = await ask(url, { method: 'HEAD' });
    expect(again.headers.get('upload-offset')).toBe(again.headers.get('upload-length'));
  });

  it.each([
    ['no length', { 'upload-metadata': encoded }, 400],
    ['no purpose', { 'upload-length': '5', 'upload-metadata': 'filename YQ==' }, 422],
    ['more than the largest limit', { 'upload-length': '999999999', 'upload-metadata': encoded }, 413],
  ])('with %s is refused before it begins', async (_what, headers, status) => {
    const answer = await ask(server.url, { method: 'POST', headers });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toMatch(/^[^。]+。$/);
  });

  it('is never read back from here', async () => {
    const url = await begin(pdf.length);
    await send(url, 0, pdf.subarray(0, 10));
    expect((await ask(url, { method: 'GET' })).status).toBe(405);
  });
});
