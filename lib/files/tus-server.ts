import { randomUUID } from 'node:crypto';
import { MemoryLocker, Server, type ServerOptions } from '@tus/server';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { finishUpload } from './finish-upload';
import type { FileToRecord } from './record-file';
import { dropPartial, type PartialFacts, type PartialUpload, partialUpload, partialUploads } from './partial-uploads';
import { largestUploadBytes } from './purposes';
import { storedFile } from './stored-file';
import { answerOfFailure } from './upload-failure';
import { type UploadRequest, uploadId, uploadRequest } from './upload-request';

export interface UploadHost {
  actor: Actor & { personId: string };
  /** Judges what is to be uploaded, and says whose it will be. */
  admit: (wanted: UploadRequest & { bytes: number }) => Promise<{ ownerId: string }>;
  /** What else follows from an upload that has arrived whole. */
  recorded?: FileToRecord['recorded'];
  now: Date;
  origin: string;
}

/** Nothing is read back here: what is not checked is shown to nobody. */
const methods = new Set(['POST', 'PATCH', 'HEAD', 'DELETE', 'OPTIONS']);

type UploadHooks = Required<Pick<ServerOptions, 'onIncomingRequest' | 'onUploadCreate' | 'onUploadFinish'>>;

const kept = globalThis as { uploadLocks?: MemoryLocker };

/** One request of the tus protocol (https://tus.io): uploads that go on where a bad network cut them off. */
export async function answerTus(request: Request, host: UploadHost): Promise<Response> {
  if (!methods.has(request.method)) return new Response(null, { status: 405 });
  kept.uploadLocks ??= new MemoryLocker();
  const server = new Server({
    path: '/api/uploads',
    datastore: partialUploads(),
    locker: kept.uploadLocks,
    relativeLocation: true,
    maxSize: largestUploadBytes,
    allowedOrigins: [host.origin],
    namingFunction: () => randomUUID(),
    getFileIdFromRequest: (_request, last) => (uploadId.safeParse(last).success ? last : undefined),
    onResponseError: (_request, error) => answerOfFailure(error),
    ...hooksFor(host),
  });
  const response = (request.method === 'HEAD' ? await answerFinished(request, host) : null) ?? (await server.handleWeb(request));
  if (response.status >= 400) response.headers.set('Content-Type', 'text/plain; charset=utf-8');
  return response;
}

function hooksFor(host: UploadHost): UploadHooks {
  const { actor, admit } = host;
  return {
    onIncomingRequest: async (request, id) => {
      if (request.method !== 'POST') await ownPartial(id, host);
    },
    onUploadCreate: async (_request, { metadata, size }) => {
      const wanted = uploadRequest.safeParse(metadata);
      if (!wanted.success || size === undefined) throw new DomainError('BAD_UPLOAD', '上传请求不完整，请刷新页面后再试。');
      const { ownerId } = await admit({ ...wanted.data, bytes: size });
      const facts: PartialFacts = { ...wanted.data, personId: actor.personId, ownerId };
      return { metadata: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) };
    },
    onUploadFinish: async (_request, { id }) => {
      await finishPartial(await ownPartial(id, host), host);
      return {};
    },
  };
}

async function ownPartial(id: string, { actor }: UploadHost): Promise<PartialUpload> {
  const partial = await partialUpload(id);
  if (!partial || partial.facts.personId !== actor.personId) throw new NotFoundError('upload');
  return partial;
}

async function finishPartial({ id, path, facts }: PartialUpload, { actor, now, recorded }: UploadHost): Promise<void> {
  const { purpose, applicationId = null, batchId = null, ownerId, filename } = facts;
  const upload = { id, path, name: filename, purpose, applicationId, batchId, ownerId };
  const file = await finishUpload({ actor, upload, now, recorded });
  await dropPartial(id);
  if (file.refusal) throw new DomainError('FILE_REFUSED', file.refusal);
}

/**
 * A browser that lost the last answer asks how far it got. Whole and checked: say so, though the partial file is gone.
 * Whole and not checked, because the server died in between: check it now.
 */
async function answerFinished(request: Request, host: UploadHost): Promise<Response | null> {
  const id = new URL(request.url).pathname.split('/').at(-1) ?? '';
  if (!uploadId.safeParse(id).success) return null;
  try {
    const partial = await partialUpload(id);
    if (partial?.isWhole) await finishPartial(await ownPartial(id, host), host);
    const file = await storedFile(id);
    if (!file || file.uploadedById !== host.actor.personId || file.status !== 'CLEAN') return null;
    const bytes = String(file.bytes);
    return new Response(null, {
      headers: { 'Tus-Resumable': '1.0.0', 'Upload-Offset': bytes, 'Upload-Length': bytes, 'Cache-Control': 'no-store' },
    });
  } catch (error) {
    const { status_code: status } = answerOfFailure(error);
    return new Response(null, { status, headers: { 'Tus-Resumable': '1.0.0' } });
  }
}
