import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerText, isFresh, isSigned, requestText, signText, wireTimestamp } from './signature';

const secret = '示例密钥0123456789abcdef0123456789abcdef';
const nonce = '593bec0c930bf1afeb40b4a08c8fb242';
const request = {
  method: 'POST',
  target: '/tax/v1/invoices?a=%E4%B8%AD',
  timestamp: '1795760000',
  nonce,
  body: '{"serial":"FP261127000001000001-KP2611270000010001","amount":"100.00"}',
};
const answer = { status: 200, nonce, timestamp: '1795760001', body: '{"id":"FP261127000001000001-KP2611270000010001","status":"PENDING"}' };
// Made by another implementation, Python's hmac.
const requestSignature = 'RGRzTn4KNPD4Vs374pLvnDM2W7peJHAvuv5kwWaBL8Y=';
const answerSignature = 'IAqEuOtvy3svVzvzZYIrk9xoXoQVrF5WoawyEn0tWak=';

describe('signatures', () => {
  it('are those of another implementation: of a request and of an answer', () => {
    expect(signText(requestText(request), secret)).toBe(requestSignature);
    expect(signText(answerText(answer), secret)).toBe(answerSignature);
    expect(signText(answerText({ ...answer, body: Buffer.from(answer.body) }), secret)).toBe(answerSignature);
  });

  it('refuse a body with any one bit changed', () => {
    const bytes = Buffer.from(answer.body);
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        return !isSigned(answerText({ ...answer, body: flipBit(bytes, bit) }), answerSignature, secret);
      }),
    );
  });

  it('are refused with any one bit changed, and in any other spelling', () => {
    const bytes = Buffer.from(requestSignature, 'base64');
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => !isSigned(requestText(request), flipBit(bytes, bit).toString('base64'), secret)),
    );
    for (const other of ['', `${requestSignature}=`, requestSignature.replace('=', ''), '不是签名']) {
      expect(isSigned(requestText(request), other, secret)).toBe(false);
    }
  });

  it('fit one method, address, time, nonce and question only', () => {
    const changed = [{ method: 'GET' }, { target: '/tax/v1/invoices' }, { timestamp: '1795760001' }, { nonce: 'other' }, { body: '' }];
    for (const change of changed) expect(isSigned(requestText({ ...request, ...change }), requestSignature, secret)).toBe(false);
    for (const change of [{ status: 404 }, { nonce: 'other' }, { timestamp: '1795760002' }]) {
      expect(isSigned(answerText({ ...answer, ...change }), answerSignature, secret)).toBe(false);
    }
    expect(isSigned(requestText(request), requestSignature, `${secret}x`)).toBe(false);
  });
});

describe('freshness', () => {
  const at = Date.parse('2026-11-27T04:00:00Z');

  it('lets five minutes pass either way, not one second more', () => {
    const shifted = (seconds: number) => isFresh(wireTimestamp(at + seconds * 1000), at);
    expect([-300, 0, 300].map(shifted)).toEqual([true, true, true]);
    expect([-301, 301].map(shifted)).toEqual([false, false]);
  });

  it('refuses what is no timestamp', () => {
    expect(['', 'NaN', '1e9', '-5', ' 17', '99999999999999'].some((text) => isFresh(text, at))).toBe(false);
  });
});

function flipBit(bytes: Buffer, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  const at = bit >> 3;
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7));
  return changed;
}
