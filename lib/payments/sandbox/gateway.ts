import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { answerText, freshNonce, signText, wireTimestamp } from '../wechat/signature.ts';
import { loadAlipayKeys } from './alipay/keys.ts';
import { serveBill, serveGateway } from './alipay/serve.ts';
import { answerCall, isFromMerchant } from './api.ts';
import { billOf } from './bill.ts';
import { visitCashier } from './cashier.ts';
import type { Answer, Call, Desk } from './desk.ts';
import { readFaults, soundFaults } from './faults.ts';
import { authorize, takeBridgeCall, tellOpenId } from './inside.ts';
import { openJournal } from './journal.ts';
import { loadKeys } from './keys.ts';
import { startNotifier, usualDelays } from './notifier.ts';

export interface Gateway {
  url: string;
  stop(): Promise<void>;
}

interface Settings {
  /** Keys and trades are kept here. */
  directory: string;
  /** 0 takes a free one. */
  port: number;
  now?: () => number;
  noticeDelays?: readonly number[];
  refundMs?: number;
}

const largestBody = 64 * 1024;

export async function startGateway({
  directory,
  port,
  now = Date.now,
  noticeDelays = usualDelays,
  refundMs = 1500,
}: Settings): Promise<Gateway> {
  const keys = loadKeys(directory);
  const alipay = loadAlipayKeys(directory);
  const journal = openJournal(directory);
  const desk: Desk = {
    journal,
    keys,
    alipay,
    faults: soundFaults,
    now,
    address: () => url,
    paid: (outTradeNumber) => notifier.tell(`trade:${outTradeNumber}`),
    refunding: (refundNumber) => notifier.giveBack(refundNumber),
  };
  const notifier = startNotifier({ journal, keys, alipay, faults: () => desk.faults, now, delays: noticeDelays, refundMs });
  const server = createServer((request, response) => {
    serve(desk, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async stop() {
      notifier.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      journal.close();
    },
  };
}

async function serve(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const target = request.url ?? '/';
  const url = new URL(target, desk.address());
  if (url.pathname === '/health') return void response.writeHead(200).end('ok');
  const body = await read(request);
  if (body === null) return void response.writeHead(413, { Connection: 'close' }).end();
  const method = request.method ?? 'GET';
  const cashier = /^\/cashier\/([0-9a-f]{32})$/.exec(url.pathname);
  if (cashier) return showCashier(desk, { method, url, token: cashier[1] ?? '', body }, response);
  if (method === 'POST' && url.pathname === '/faults') return setFaults(desk, body, response);
  if (desk.faults.slowMs > 0) await delay(desk.faults.slowMs);
  const inside = insidePaths[`${method} ${url.pathname}`];
  if (inside) return inside(desk, { url, body }, response);
  if (url.pathname === '/gateway.do') return serveGateway(desk, { url, body }, response);
  if (url.pathname === '/alipay-bill') return serveBill(desk, url, response);
  const authorization = request.headers.authorization ?? '';
  if (url.pathname === '/v3/billdownload/file') return sendBill(desk, { method, target, authorization, body }, response);
  send(desk, answerCall(desk, { method, target, authorization, body }), response);
}

const insidePaths: Record<string, typeof authorize> = {
  'GET /connect/oauth2/authorize': authorize,
  'GET /sns/oauth2/access_token': tellOpenId,
  'POST /bridge': takeBridgeCall,
};

/** For tests and rehearsals: the real gateway has no such address, and its faults. */
function setFaults(desk: Desk, body: string, response: ServerResponse): void {
  const faults = readFaults(body);
  if (faults) desk.faults = faults;
  response.writeHead(faults ? 204 : 400).end();
}

/** The file itself carries no signature: its hash stands in the signed answer that named it. */
function sendBill(desk: Desk, call: Call, response: ServerResponse): void {
  const text = isFromMerchant(desk, call) ? billOf(desk, new URL(call.target, desk.address()).searchParams.get('day') ?? '') : null;
  response.writeHead(text === null ? 404 : 200, { 'Content-Type': 'text/csv; charset=utf-8' }).end(text ?? '');
}

function showCashier(
  desk: Desk,
  visit: { method: string; url: URL; token: string; body: string },
  response: ServerResponse,
): void {
  const page = visitCashier(desk, {
    method: visit.method,
    token: visit.token,
    button: new URLSearchParams(visit.body).get('button') ?? '',
    returnTo: visit.url.searchParams.get('redirect_url'),
  });
  if ('location' in page) return void response.writeHead(303, { Location: page.location }).end();
  response.writeHead(page.status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  });
  response.end(page.html);
}

function send({ keys, now }: Desk, { status, json }: Answer, response: ServerResponse): void {
  const body = json ? JSON.stringify(json) : '';
  const at = { timestamp: wireTimestamp(new Date(now())), nonce: freshNonce() };
  response.writeHead(status, {
    ...(json ? { 'Content-Type': 'application/json; charset=utf-8' } : {}),
    'Wechatpay-Timestamp': at.timestamp,
    'Wechatpay-Nonce': at.nonce,
    'Wechatpay-Serial': keys.platformSerial,
    'Wechatpay-Signature': signText(answerText({ ...at, body }), keys.platformPrivateKey),
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
