import { readdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { receiveForm } from '@/lib/applications/receive-form';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { takeForm } from '@/lib/files/take-form';
import { aDraft, addRow, award, type Draft } from '@/tests/build/applications/drafts';
import { seededHouse } from '@/tests/build/applications/house';
import { anApplicant } from '@/tests/build/applications/people';
import { onePage } from '@/tests/build/hostile/pdf-parts';

let draft: Draft;
let rowId: string;

beforeAll(async () => {
  await seededHouse();
  draft = await aDraft();
  rowId = await addRow(draft, 'achievements', award);
});

interface Post {
  fields: Record<string, string>;
  bytes?: Buffer;
  name?: string;
  more?: [Buffer, string][];
  headers?: Record<string, string>;
}

async function post({ fields, bytes, name = '', more = [], headers = {} }: Post, actor = draft.actor) {
  const body = new FormData();
  for (const [key, value] of Object.entries(fields)) body.set(key, value);
  body.set('file', new File(bytes ? [new Uint8Array(bytes)] : [], name));
  for (const [content, called] of more) body.append('file', new File([new Uint8Array(content)], called));
  const request = new Request('http://local/api/uploads/form', { method: 'POST', body, headers });
  return takeForm(request, (form) => receiveForm({ actor, form, now: draft.now }));
}

const evidence = () => ({ purpose: 'EVIDENCE', applicationId: draft.applicationId, section: 'achievements', rowId });

describe('a page without scripts', () => {
  it('posts a file and finds it at the row that it proves', async () => {
    const { files, refused } = await post({ fields: evidence(), bytes: onePage(), name: '一等奖 “证书”.pdf' });
    expect({ count: files.length, refused }).toEqual({ count: 1, refused: null });
    const [file] = files;
    expect(file).toMatchObject({ name: '一等奖 “证书”.pdf', status: 'CLEAN', purpose: 'EVIDENCE' });
    expect(await db.achievementEvidence.count({ where: { fileId: file?.id, rowId } })).toBe(1);
  });

  it('posts several files, of which the good ones before a bad one are kept', async () => {
    const more: [Buffer, string][] = [[onePage(), '二.pdf'], [Buffer.from('x'), '三.pdf']];
    const { files, refused } = await post({ fields: evidence(), bytes: onePage(), name: '一.pdf', more });
    expect([files.map(({ name }) => name), refused?.name]).toEqual([['一.pdf', '二.pdf'], '三.pdf']);
  });

  it('posts a portrait, which becomes the photo', async () => {
    const bytes = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#ffffff' } }).jpeg().toBuffer();
    const { files } = await post({ fields: { purpose: 'PHOTO', applicationId: draft.applicationId }, bytes, name: 'me.jpg' });
    expect(await db.person.findUniqueOrThrow({ where: { id: draft.actor.personId ?? '' } })).toMatchObject({ photoFileId: files[0]?.id });
  });

  it('is told in one sentence what is wrong', async () => {
    await expect(post({ fields: evidence() })).rejects.toMatchObject({ sentence: '请先选择文件，再点上传。' });
    expect((await post({ fields: evidence(), bytes: Buffer.from('x'), name: 'a.pdf' })).refused).toMatchObject({
      name: 'a.pdf',
      error: { code: 'FILE_REFUSED', sentence: '这不是图片或 PDF 文件，请上传 JPEG、PNG 图片或 PDF。' },
    });
    await expect(post({ fields: { ...evidence(), rowId: '' }, bytes: onePage(), name: 'a.pdf' })).rejects.toMatchObject({ code: 'NO_ROW' });
    await expect(post({ fields: { purpose: 'ELSE' }, bytes: onePage(), name: 'a.pdf' })).rejects.toMatchObject({ code: 'BAD_UPLOAD' });
  });

  it("cannot post into somebody else's application", async () => {
    const { files, refused } = await post({ fields: evidence(), bytes: onePage(), name: 'a.pdf' }, await anApplicant());
    expect({ files, error: String(refused?.error) }).toEqual({ files: [], error: 'NotFoundError: not found: application' });
  });

  it('is not believed when its body was cut on the way', async () => {
    const headers = { 'content-length': '5000000' };
    await expect(post({ fields: evidence(), bytes: onePage(), name: 'a.pdf', headers })).rejects.toMatchObject({ code: 'INCOMPLETE' });
  });

  it('is turned away before a body beyond every limit is read', async () => {
    const headers = { 'content-length': String(200 * 1024 * 1024) };
    await expect(post({ fields: evidence(), bytes: onePage(), name: 'a.pdf', headers })).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  it('leaves nothing on the disk but what is kept', async () => {
    expect(await readdir(path.join(env.dataDirectory, 'work'))).toEqual([]);
  });
});
