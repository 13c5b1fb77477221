import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { WireNotice } from '@/lib/payments/provider';

export interface NoticeListener {
  url: string;
  /** Every notice as it came, also those that `answer` turned away. */
  heard: { headers: Record<string, string>; body: string }[];
  /** Decides the status; throws are answered 500. */
  answer: (notice: WireNotice) => Promise<number>;
  stop(): Promise<void>;
}

/** Stands where the product's notice route stands. */
export async function noticeListener(): Promise<NoticeListener> {
  const listener: NoticeListener = {
    url: '',
    heard: [],
    // An answer without content could not hold the word.
    answer: async () => 200,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    listener.heard.push({ headers, body });
    const status = await listener.answer(asNotice({ headers, body })).catch(() => 500);
    // WeChat Pay looks at the status, Alipay at the word.
    response.writeHead(status).end(status < 300 ? 'success' : 'failure');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  listener.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notice`;
  return listener;
}

export const asNotice = ({ headers, body }: { headers: Record<string, string>; body: string }): WireNotice => ({
  header: (name) => headers[name.toLowerCase()] ?? '',
  body,
});
