import type { Uploader } from './hostile-applicant';

export interface Sending extends Uploader {
  url: string;
  purpose: string;
  bytes: Buffer;
}

export interface Answer {
  isAccepted: boolean;
  /** The sentence for the person. */
  said: string;
}

const name = '扫描件.pdf';

/** Resumable, as a browser with scripts sends it. */
export async function byTus({ url, cookie, purpose, applicationId, bytes }: Sending): Promise<Answer> {
  const facts = Object.entries({ purpose, applicationId, filename: name });
  const metadata = facts.map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
  const headers = { 'tus-resumable': '1.0.0', cookie, origin: url };
  const length = String(bytes.length);
  const begin = { ...headers, 'upload-length': length, 'upload-metadata': metadata };
  const begun = await fetch(`${url}/api/uploads`, { method: 'POST', headers: begin });
  const location = begun.headers.get('location');
  if (begun.status !== 201 || !location) return { isAccepted: false, said: await begun.text() };
  const patch = { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  const sent = await fetch(new URL(location, `${url}/api/uploads/`), { method: 'PATCH', headers: patch, body: new Uint8Array(bytes) });
  return { isAccepted: sent.status === 204, said: await sent.text() };
}

/** As a page without scripts posts it; the answer stands in the address that it leads to. */
export async function byForm({ url, cookie, purpose, applicationId, rowId, bytes }: Sending): Promise<Answer> {
  const body = new FormData();
  const fields = { purpose, applicationId, section: 'achievements', rowId };
  for (const [key, value] of Object.entries(fields)) body.set(key, value);
  body.set('file', new File([new Uint8Array(bytes)], name));
  const answer = await fetch(`${url}/api/uploads/form`, { method: 'POST', headers: { cookie, origin: url }, body, redirect: 'manual' });
  const said = new URL(answer.headers.get('location') ?? '/', url).searchParams.get('said')?.split('.')[0] ?? '';
  if (said === '') return { isAccepted: false, said: `${answer.status}` };
  const { tone, text } = JSON.parse(Buffer.from(said, 'base64url').toString('utf8')) as { tone: string; text: string };
  return { isAccepted: tone === 'success', said: text.replace(/^“[^”]*”没有上传：/, '') };
}
