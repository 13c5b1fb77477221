import { describe, expect, test } from 'vitest';
import { isFromElsewhere, isSameOrigin } from './same-origin';

const from = (headers: Record<string, string>) =>
  new Request('http://certification.example/api/uploads/form', { method: 'POST', headers });

describe('a form posted straight to a route', () => {
  test.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://certification.example', host: 'certification.example' }, false],
    [{ origin: 'http://certification.example', host: 'certification.example' }, true],
    [{ origin: 'https://certification.example', host: '127.0.0.1:3000', 'x-forwarded-host': 'certification.example' }, true],
    [{ origin: 'http://evil.example', host: 'certification.example' }, false],
    [{ origin: 'null', host: 'certification.example' }, false],
  ])('with %j is ours: %s', (headers, isOurs) => {
    expect(isSameOrigin(from(headers))).toBe(isOurs);
  });

  test('a browser that says nothing comes from nowhere else', () => {
    expect(isFromElsewhere(from({}))).toBe(false);
    expect(isFromElsewhere(from({ 'sec-fetch-site': 'cross-site' }))).toBe(true);
  });
});
