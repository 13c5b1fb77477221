import { expect, it } from 'vitest';
import { readBody } from './read-body';

const kib = 1024;

/** In pieces and without a length, as with chunked transfer encoding. */
function sent(pieces: number) {
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (pulled === pieces) return controller.close();
      pulled += 1;
      controller.enqueue(new Uint8Array(8 * kib).fill(97));
    },
  });
  const request = new Request('http://127.0.0.1/', { method: 'POST', body, duplex: 'half' } as RequestInit);
  return { request, pulled: () => pulled };
}

it('reads what is short enough to its end, also cut within a character', async () => {
  expect(await readBody(sent(8).request, 64 * kib)).toHaveLength(64 * kib);
  expect(await readBody(new Request('http://127.0.0.1/', { method: 'POST', body: '缴费' }), 6)).toBe('缴费');
  expect(await readBody(new Request('http://127.0.0.1/'), 6)).toBe('');
});

it('stops at the limit, and leaves the rest unread', async () => {
  const { request, pulled } = sent(10_000);
  expect(await readBody(request, 64 * kib)).toBeNull();
  expect(pulled()).toBeLessThan(16);
});
