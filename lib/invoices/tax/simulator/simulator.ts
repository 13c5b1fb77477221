import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { answerText, headers, signText, wireTimestamp } from '../signature';
import { answerCall } from './answer-call';
import type { Answer, Call, Desk } from './desk';
import { readFaults, soundFaults } from './faults';
import { openJournal } from './journal';

export interface Simulator {
  url: string;
  stop(): Promise<void>;
}

interface Settings {
  /** Its journal is kept here. */
  directory: string;
  /** 0 takes a free one. */
  port: number;
  appId: string;
  secret: string;
  now?: () => number;
}

const largestBody = 64 * 1024;

export async function startSimulator({ directory, port, appId, secret, now = Date.now }: Settings): Promise<Simulator> {
  const desk: Desk = { journal: openJournal(directory), appId, secret, faults: soundFaults, now, nonces: new Map() };
  const server = createServer((request, response) => {
    serve(desk, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      desk.journal.close();
    },
  };
}

async function serve(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [method, target] = [request.method ?? 'GET', request.url ?? '/'];
  if (target === '/health') return void response.writeHead(200).end('ok');
  const body = await read(request);
  if (body === null) return void response.writeHead(413, { Connection: 'close' }).end();
  if (method === 'POST' && target === '/faults') return setFaults(desk, body, response);
  const header = (name: string): string => String(request.headers[name.toLowerCase()] ?? '');
  const call: Call = { method, target, header, body };
  const answer = await answerCall(desk, call);
  if (desk.faults.slowMs > 0) await delay(desk.faults.slowMs);
  send(desk, { call, answer }, response);
}

/** For tests and rehearsals: a real platform has no such address, and its faults. */
function setFaults(desk: Desk, body: string, response: ServerResponse): void {
  const faults = readFaults(body);
  if (faults) desk.faults = faults;
  response.writeHead(faults ? 204 : 400).end();
}

function send({ faults, secret, now }: Desk, { call, answer }: { call: Call; answer: Answer }, response: ServerResponse): void {
  if (faults.answers === 'lost') return void response.destroy();
  const whole = answer.file?.bytes ?? Buffer.from(JSON.stringify(answer.json ?? {}));
  const body = faults.answers === 'broken' ? whole.subarray(0, whole.length / 2) : whole;
  const timestamp = wireTimestamp(now());
  const text = answerText({ status: answer.status, nonce: call.header(headers.nonce), timestamp, body });
  response.writeHead(answer.status, {
    'Content-Type': answer.file?.mediaType ?? 'application/json; charset=utf-8',
    [headers.timestamp]: timestamp,
    [headers.signature]: signText(text, faults.answers === 'forged' ? 'somebody else' : secret),
  });
  response.end(body);
}

async function read(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > largestBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
