import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { finishUpload } from '@/lib/files/finish-upload';
import { takeForm } from '@/lib/files/take-form';
import { answerTus } from '@/lib/files/tus-server';
import { answerOfFailure } from '@/lib/files/upload-failure';
import type { Actor } from '@/lib/kernel/actor';

const now = new Date('2025-02-10T02:00:00Z');

/** The upload route in a process of its own, that a test can kill. Says itself who is there: the header is the person. */
const server = createServer(async (incoming, outgoing) => {
  const { method = 'GET', headers, url } = incoming;
  const hasBody = method === 'PATCH' || method === 'POST';
  const request = new Request(`http://${headers.host}${url}`, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
  });
  const personId = String(headers['x-person']);
  const actor = { personId, name: '示例', role: 'APPLICANT', associationId: null, unitId: null, sessionId: null } as const;
  const host = { actor, admit: async () => ({ ownerId: personId }), now, origin: `http://${headers.host}` };
  const response = url === '/api/uploads/form' ? await answerForm(request, actor) : await answerTus(request, host);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body) await pipeline(Readable.fromWeb(response.body as WebStream), outgoing);
  else outgoing.end();
});

/** As the route for pages without scripts does: each file checked and kept, and told in one sentence. */
async function answerForm(request: Request, actor: Actor & { personId: string }): Promise<Response> {
  try {
    const kept = await takeForm(request, async ({ wanted, files }) => {
      const { purpose, applicationId = null } = wanted;
      const done = files.map(({ path, name }) => {
        const upload = { id: randomUUID(), path, name, purpose, applicationId, batchId: null, ownerId: actor.personId };
        return finishUpload({ actor, upload, now });
      });
      return Promise.all(done);
    });
    const refusal = kept.find((file) => file.refusal)?.refusal;
    return new Response(refusal ?? '', { status: refusal ? 422 : 200 });
  } catch (error) {
    const { status_code: status, body } = answerOfFailure(error);
    return new Response(body, { status });
  }
}

// A test that makes a large file is silent for longer than connections are usually kept.
server.keepAliveTimeout = 60_000;
server.listen(Number(process.argv[2]), '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`listening on ${typeof address === 'object' ? address?.port : ''}\n`);
});
