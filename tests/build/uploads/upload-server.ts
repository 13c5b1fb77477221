import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { answerTus } from '@/lib/files/tus-server';

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
  const response = await answerTus(request, {
    actor: { personId, name: '示例', role: 'APPLICANT', associationId: null, unitId: null, sessionId: null },
    admit: async () => ({ ownerId: personId }),
    now,
    origin: `http://${headers.host}`,
  });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body) await pipeline(Readable.fromWeb(response.body as WebStream), outgoing);
  else outgoing.end();
});

server.listen(Number(process.argv[2]), '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`listening on ${typeof address === 'object' ? address?.port : ''}\n`);
});
