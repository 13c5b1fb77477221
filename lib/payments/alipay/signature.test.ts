import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { signedNode } from './call';
import { readAlipayNotice } from './notice';
import { alipaySettings } from './settings';
import { isSignedForm } from './signature';

// Made once by another implementation (pyca/cryptography 48); its private key was thrown away.
const alipayPublicKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA7ZmyVrZpVjstMMEpARbTtMarjEDMLsb4+yjh3m7Au5fCcGR5CZxDwIvFY03ra5WSNl7T4X3cCEZp9H4gKpF0r5dVurOr4rHMYfMedhPsMlFdjqMSMMlryIZvdH6zOA6rWmdZw4jwKwFjBhw6TAvd9jIGpORuaSGCTbsAz2KjUqvJSwxFqsnJTl+IA5OwHK0tESaiYtxI3L0BIZEJwsQyFMWAd2CBSt+J9ZV3WyZKjayRQ+7vTzIleM0lcDbrSgaT+zOhFmyT99nVw//oNChOgpuIlnJXqIy9omJkb728WgpWY506xOM8XFhAs6CAYLHKXOC7fNejObIjtBr0KqeTkQIDAQAB';
const noticeSignature =
  'sMbhg7IG+gxn1QAVbrTsHvQlh5+jLimnxetYsrHiwR6OZBRLTIjw8Vmm06EohpxIwl85W2V2DUGCdm0mLsiqYVJF4RSHKZkppC7Xz065VgyZegIkysZ2vaCL5e4ftRmiC1ZZb8RnBRdd5j22Hp6liPWnFyW9Xa3KBylXxJ9ZiwC+LlthmcmBY9i7AOdvQKorAZfwK58KVNaEX/hUKth84wzNvWqFEv+IJkiPDeZRQqC4f8FnOURy2ObO6R3EHOxfeUvxTf9TDbpM0/x4/nO2R/Xv0EXTiF3PGXvdy7J0WVzoBZ7EA7d5YWKWzqvU7R6SGso0dTpThm1rdTUPH5OTDg==';
const weakSignature =
  'DPI2Z9+VBuF2mybnXhwvRSUHr7NKk53diau/p3jzN6R5xgeXN/HfCtVl6f4pxZVPdfeI4QJ1MrL3FfNcvxGL4V+mpRK/RmBw7thK9Xnx+SZyLRw7ihGBE2AZxSgyhJc1XfZqeSG5UrtizKkqpLvwYdG7s1w+CsjHBJuDNkkN/ioBY9pWIorKA/CgQ1HmvbHXyCEBEEx2Aq9YrIEk1fMkeo6I50a5Tott9ZXMGkiNVhmEQ8mVGH2/lVmwhGkx4q6s46VxzE3mWkDzcQzym56KZDx+dcLS+mlsFhF1YrGwv6+Bp2zZ0iehT4ywWsXuvyO/I+iPeGjNwvLutmzozLBY+A==';
const nodeSignature =
  'CxZ+ZipHX2qpBMWecB/xErDUKW1CiuP/VTX6nKIxgcaGVEQ+EZtiZZ/qKdux7xJTOdrDGdBPjz4UqiTNqTJEAneVyZ7TnuI1C1L9i7oGYivuXJHvV/ce6EKSAghGNtR6d6TCeVpLh8aVaB6JrOl5v6QptoJP+o+Cjaj1SIoHCi8+nqzRIJuyXAOWJv+7vcJMyOC99BpyONxzcQldKGrdD1CHioDU+gO9Oy971LgQojJmSMdCaH1MtIYyNIkoVpEjbXcpjVJvuKXKphXxwtusyU8qG/xLC/c5rcpf+zOmrmfbWhqYzMG/eF11kROw9aY9CrjfIxfJxSwApiw42xu/6A==';

const notice: Record<string, string> = {
  app_id: '2021000000000001',
  auth_app_id: '2021000000000001',
  charset: 'utf-8',
  gmt_create: '2026-11-26 10:00:00',
  gmt_payment: '2026-11-26 10:00:30',
  notify_id: '2026112600222100030000000001',
  notify_time: '2026-11-26 10:00:31',
  notify_type: 'trade_status_sync',
  out_trade_no: 'coaa028202611261000000000001-1',
  seller_id: '2088000000000001',
  subject: '江苏省初级科技辅导员专业水平认证',
  total_amount: '100.00',
  trade_no: '2026112622001400000000000001',
  trade_status: 'TRADE_SUCCESS',
  version: '1.0',
};
const node =
  '{"code":"10000","msg":"Success","out_trade_no":"coaa028202611261000000000001-1","total_amount":"100.00","trade_no":"2026112622001400000000000001","trade_status":"TRADE_SUCCESS","send_pay_date":"2026-11-26 10:00:30"}';

const own = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const der = (type: 'pkcs1' | 'pkcs8') => own.export({ format: 'der', type }).toString('base64');
const settings = alipaySettings(
  { appId: '2021000000000001', sellerId: '2088000000000001', appPrivateKey: der('pkcs8'), alipayPublicKey },
  { provider: 'alipay', gatewayUrl: 'https://openapi.alipay.com/gateway.do', noticeUrl: 'https://certification.example/notice' },
);

const signed = (fields: Record<string, string>, sign = noticeSignature, sign_type = 'RSA2') => ({ ...fields, sign, sign_type });
const read = (fields: Record<string, string>) =>
  readAlipayNotice(settings, { header: () => '', body: new URLSearchParams(fields).toString() });

/** The real clock at a time of Beijing. */
function at<T>(time: string, act: () => T): T {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${time.replace(' ', 'T')}+08:00`) });
  try {
    return act();
  } finally {
    vi.useRealTimers();
  }
}

describe('a notice', () => {
  it('that Alipay signed says what was paid, in whole fen and in Beijing time', () => {
    expect(at('2026-11-26 10:00:32', () => read(signed(notice)))).toEqual({
      genuine: true,
      noticeId: '2026112600222100030000000001',
      outTradeNumber: 'coaa028202611261000000000001-1',
      refund: null,
      report: {
        provider: 'alipay',
        outTradeNumber: 'coaa028202611261000000000001-1',
        providerTransactionId: '2026112622001400000000000001',
        amountFen: 10_000,
        paidAt: new Date('2026-11-26T02:00:30Z'),
      },
    });
  });

  it('with one bit changed in any field or in its signature is not Alipay’s', () => {
    const whole: Record<string, string> = signed(notice);
    const place = fc.constantFrom(...Object.keys(whole).filter((name) => name !== 'sign_type')).chain((name) => {
      const bytes = Buffer.from(whole[name] ?? '', 'utf8');
      return fc.record({ name: fc.constant(name), at: fc.nat(bytes.length - 1), bit: fc.nat(6) });
    });
    fc.assert(
      fc.property(place, ({ name, at: index, bit }) => {
        const bytes = Buffer.from(whole[name] ?? '', 'utf8');
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
        expect(isSignedForm(settings, { ...whole, [name]: bytes.toString('utf8') })).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['without a signature', () => ({ ...notice, sign_type: 'RSA2' }), 'SIGNATURE_MISSING'],
    ['signed by the weaker scheme, which the SDK would take', () => signed(notice, weakSignature, 'RSA'), 'SIGNATURE_WRONG'],
    ['of a scheme that nobody knows', () => signed(notice, noticeSignature, 'RSA3'), 'SIGNATURE_WRONG'],
    ['with a field more than was signed', () => signed({ ...notice, refund_fee: '1.00' }), 'SIGNATURE_WRONG'],
    ['with a field less', () => signed(Object.fromEntries(Object.entries(notice).slice(1))), 'SIGNATURE_WRONG'],
  ])('%s is refused', (_, fields, because) => {
    expect(at('2026-11-26 10:00:32', () => read(fields()))).toEqual({ genuine: false, because });
  });

  it('in which a name comes twice is not read', () => {
    const body = `total_amount=0.01&${new URLSearchParams(signed(notice)).toString()}`;
    expect(readAlipayNotice(settings, { header: () => '', body })).toEqual({ genuine: false, because: 'BODY_UNREADABLE' });
  });

  it('may come for 25 hours, as long as Alipay repeats it, and is refused later and before its time', () => {
    const flaw = (time: string) => at(time, () => read(signed(notice)));
    expect(flaw('2026-11-27 11:00:31')).toMatchObject({ genuine: true });
    expect(flaw('2026-11-27 11:05:32')).toEqual({ genuine: false, because: 'NOT_FRESH' });
    expect(flaw('2026-11-26 09:55:30')).toEqual({ genuine: false, because: 'NOT_FRESH' });
  });

  it.each(['appId', 'sellerId'])('for another %s is refused', (name) => {
    const other = { ...settings, [name]: '2088999999999999' };
    const body = new URLSearchParams(signed(notice)).toString();
    const told = at('2026-11-26 10:00:32', () => readAlipayNotice(other, { header: () => '', body }));
    expect(told).toEqual({ genuine: false, because: 'OTHER_MERCHANT' });
  });
});

describe('an answer', () => {
  const method = 'alipay.trade.query';
  const text = (part: string, sign = nodeSignature) => `{"alipay_trade_query_response":${part},"sign":"${sign}"}`;

  it('is exactly the part that was signed, also with escaped slashes', () => {
    expect(signedNode(settings, text(node), method)).toBe(node);
    expect(signedNode(settings, text(node, nodeSignature.replaceAll('/', '\\/')), method)).toBe(node);
  });

  it('with one bit changed is none', () => {
    fc.assert(
      fc.property(fc.nat(Buffer.byteLength(node) - 1), fc.nat(6), (index, bit) => {
        const bytes = Buffer.from(node, 'utf8');
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
        expect(signedNode(settings, text(bytes.toString('utf8')), method)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('to another question, without a signature, or with a second one smuggled in behind the genuine one is none', () => {
    const paid = node.replace('100.00', '999.00');
    const smuggled = `{"alipay_trade_query_response":${node},"sign":"${nodeSignature}","alipay_trade_query_response":${paid}}`;
    // The SDK finds the signature of this good, and reads the forged part.
    expect(() => settings.sdk.checkResponseSign(smuggled, 'alipay_trade_query_response', nodeSignature, '')).not.toThrow();
    expect(JSON.parse(smuggled).alipay_trade_query_response.total_amount).toBe('999.00');
    expect(signedNode(settings, smuggled, method)).toBeNull();
    expect(signedNode(settings, smuggled.replace(/\}$/, `,"sign":"${nodeSignature}"}`), method)).toBeNull();
    expect(signedNode(settings, text(node), 'alipay.trade.close')).toBeNull();
    expect(signedNode(settings, `{"alipay_trade_query_response":${node}}`, method)).toBeNull();
  });
});

it('keys are understood in either wrapping, as one line and as PEM', () => {
  const pem = own.export({ format: 'pem', type: 'pkcs1' }).toString().replaceAll('\n', '\\n');
  for (const appPrivateKey of [der('pkcs1'), der('pkcs8'), pem]) {
    const same = alipaySettings({ appId: 'a', sellerId: 's', appPrivateKey, alipayPublicKey }, settings);
    expect(same.sdk.config.privateKey).toBe(settings.sdk.config.privateKey);
  }
});
