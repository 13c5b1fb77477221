import { createPublicKey, generateKeyPairSync, webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerText,
  isFresh,
  isSigned,
  readCredential,
  requestText,
  signText,
  wireTimestamp,
  writeCredential,
} from './signature';
import { openResource, sealResource } from './resource';

// Made once by another implementation (pyca/cryptography 48); its private key was thrown away.
const publicKey = createPublicKey({
  key: Buffer.from(
    'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA4O6pAa5nS9zg8GSaUSzhav/t5ZYPXIjD7h48TgO0yyyQCNsqIhLlyLIadoyd7zYoZJae5G6ugrNcdhxtmQG7E7kHGteWUTSVqz9fyz9ovW1dbA+ZssiABJeQDxzdPLVZB5CMhDk43m6TuPK9fG6wsckHzaLnYKxzdUkjnAaOr5h+4N15BIpeb/IbR77btdbYKFy7hdI/u2fwaEXcrHvlNevK/GLMMG9F8oHst0J0UVGI0hRJuHn4mIRFlZQ3ZtMlzNPd6N8dnmJ4QN65tygu2qrMYBb54FrEEfDETMTqCPpK+fVA4K0sLg4qZrtMPWrEqcJ4xEapCP39v80G/dtkYQIDAQAB',
    'base64',
  ),
  format: 'der',
  type: 'spki',
});
const requestSignature =
  'jw/1wJrQ3oMg2ayKRQCwZO8fUy+xZHanyYAaG/uQBVYTy7W4m9V5QEWS3SW2vcIMBfsM4dlh65z7diqiE1q0zHGQfE7fA9iBddecQKe0kH5NWdPDR28jOFgZEjC0Z70BeehA6WqFKRW10K3rFrF83A+VvG0ZSQiueR9r6AKBLMbFWqzZHqwxh5aWaIJGULbo+2uFwfpm90lexqr4tdTeQ13i9Vi1G2jMDqqE1W4iUyOvGSDyF5yHaowTF0Ftguv6QtAbT4y0c6h9pO+Qait1fmD0W+0i59S+MIh2T5X0lRW1wMGikNOf1a0wwqyRherPMNB/nAzjVw8dIMfCm13iaw==';
const answerSignature =
  'HYNyHuUhim6zjr9f2N8WZtFc+tHIKv4NIjYIGdLpllEvDDGnEXc4FUc1/D12zAQqYATrSKKWSgKDTagZUtm4/edvO239dtuZMxzfDVwX0ehA47l8IDQv4Fd5IdrS4YtQMlUo5lqt2gijRgJopjGVpcj8Lcwg6XGfI3ADiHv+KSzjtuUDKXtSI1y4+1yRNgNLT26kRep/zU78YY/qKAf4umauRprFn+kpoStIBSPc9KXJqR0ggneQ3Pugs+ZBtAgc7po8ammMSTtXTwAesJZht1MlHLo+b9DZSmdPnu9kEK84kSTYF/18VZz2SxilT03j4VAfY49a3K6+50Gq9bcrjA==';
const emptyAnswerSignature =
  'vpnPUeUVf9xvVJqviJGl4h2e6ihTIyqcu5CiQxG9CivzqDi0G4uHtDiL4DtL+9AP5NKpWs++BCuTSx6U26dkSbYcTt5UWhbynM6K4BHNfTP5/Q+f5B8T5gm5dxXOB9wxEf00+P/+0Eu+p2c9Gz5xZLAvvAOKDvR+lbWcCSra25wBim3UStsuIP5XpY9N+Z+vfZ06eR0L7zgdbFa87CtQO1MqaV7ybph5++wtWqtPNjFeIO5FNyaaSH4DtLGbNI9QShfLIn4vxRAy/oNWqRwMOGTmtJ6njrAGe97GFnbJzpUiucnkT1D5X4VNTB+zb7bMFzYU777Uz5M9Ff3SvY4MNg==';

const request = {
  method: 'POST',
  target: '/v3/pay/transactions/native?a=1&b=%E4%B8%AD',
  timestamp: '1763870400',
  nonce: '593BEC0C930BF1AFEB40B4A08C8FB242',
  body: '{"description":"江苏省初级科技辅导员专业水平认证"}',
};
const answer = {
  timestamp: '1763870401',
  nonce: 'EPLOSmrPmXf9Yj2xQ7mLrWlS0w8AdVSk',
  body: '{"code_url":"weixin://wxpay/bizpayurl?pr=示例"}',
};

describe('signatures', () => {
  it('accepts what another implementation signed: a request, an answer, an answer without body', () => {
    expect(isSigned(requestText(request), requestSignature, publicKey)).toBe(true);
    expect(isSigned(answerText(answer), answerSignature, publicKey)).toBe(true);
    const empty = { timestamp: '1763870402', nonce: 'q3qtHPkbV5vbvS3M', body: '' };
    expect(isSigned(answerText(empty), emptyAnswerSignature, publicKey)).toBe(true);
  });

  it('refuses the text with any one bit changed', () => {
    const bytes = Buffer.from(answerText(answer), 'utf8');
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const changed = flipBit(bytes, bit);
        return !isSigned(changed.toString('utf8'), answerSignature, publicKey);
      }),
    );
  });

  it('refuses the signature with any one bit changed', () => {
    const bytes = Buffer.from(answerSignature, 'base64');
    fc.assert(
      fc.property(
        fc.nat(bytes.length * 8 - 1),
        (bit) => !isSigned(answerText(answer), flipBit(bytes, bit).toString('base64'), publicKey),
      ),
    );
  });

  it('refuses the right signature under another key, and no signature at all', () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    expect(isSigned(answerText(answer), answerSignature, other)).toBe(false);
    expect(isSigned(answerText(answer), '', publicKey)).toBe(false);
    expect(isSigned(answerText(answer), '不是签名', publicKey)).toBe(false);
  });

  it('signs so that an independent verifier agrees', async () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signature = Buffer.from(signText(requestText(request), pair.privateKey), 'base64');
    const spki = pair.publicKey.export({ format: 'der', type: 'spki' });
    const scheme = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const key = await webcrypto.subtle.importKey('spki', spki, scheme, false, ['verify']);
    const text = Buffer.from(requestText(request), 'utf8');
    expect(await webcrypto.subtle.verify(scheme, key, signature, text)).toBe(true);
  });
});

describe('the authorization header', () => {
  const credential = {
    merchantId: '1900000001',
    serial: 'AB12',
    timestamp: '1763870400',
    nonce: 'N1',
    signature: 'ab+/=',
  };

  it('is read back as written', () => {
    expect(readCredential(writeCredential(credential))).toEqual(credential);
  });

  it('is refused when of another scheme or incomplete', () => {
    expect(readCredential(writeCredential(credential).replace('SHA256', 'SM2'))).toBeNull();
    expect(readCredential(writeCredential(credential).replace('nonce_str', 'nonce'))).toBeNull();
    expect(readCredential('')).toBeNull();
  });
});

describe('freshness', () => {
  const at = new Date('2025-11-23T04:00:00Z');

  it('lets five minutes pass either way, not one second more', () => {
    const shifted = (seconds: number) => wireTimestamp(new Date(at.getTime() + seconds * 1000));
    expect([-300, 0, 300].map((seconds) => isFresh(shifted(seconds), at))).toEqual([true, true, true]);
    expect([-301, 301].map((seconds) => isFresh(shifted(seconds), at))).toEqual([false, false]);
  });

  it('refuses what is no timestamp', () => {
    expect(['', 'NaN', '1e9', '-5', ' 17', '99999999999999'].some((text) => isFresh(text, at))).toBe(false);
  });
});

describe('encrypted resources', () => {
  const key = '0123456789abcdefghijklmnopqrstuv';
  const text = '{"out_trade_no":"coaa028202501131511113040600-1","amount":{"total":10000},"附言":"科技辅导员"}';
  // Sealed by pyca/cryptography 48.
  const sealed = {
    algorithm: 'AEAD_AES_256_GCM',
    nonce: 'fdasflkja484',
    associated_data: 'transaction',
    ciphertext:
      'kdUw5hwyZ7EmqIvJoZVgiwe/Oy9uF2Q0c4gJipu2RTx0mXNgOtnTT+35odbCTJPLtjGOwhbuW+j5TZD7nesDE3SiAmO16v6yHjhWARa07GC6duJvkJdl5u0Iob99tLS8qauDoo0lwjqLvqkcIar77APekqu8',
  };

  it('opens and makes exactly what another implementation sealed', () => {
    expect(openResource(sealed, key)).toBe(text);
    expect(sealResource(text, key, 'transaction', sealed.nonce)).toEqual(sealed);
  });

  it('never opens when one bit of text or tag was changed', () => {
    const bytes = Buffer.from(sealed.ciphertext, 'base64');
    fc.assert(
      fc.property(
        fc.nat(bytes.length * 8 - 1),
        (bit) => openResource({ ...sealed, ciphertext: flipBit(bytes, bit).toString('base64') }, key) === null,
      ),
    );
  });

  it('never opens with other associated data, nonce, key, algorithm or a cut text', () => {
    expect(openResource({ ...sealed, associated_data: 'refund' }, key)).toBeNull();
    expect(openResource({ ...sealed, associated_data: undefined }, key)).toBeNull();
    expect(openResource({ ...sealed, nonce: 'fdasflkja485' }, key)).toBeNull();
    expect(openResource({ ...sealed, nonce: 'short' }, key)).toBeNull();
    expect(openResource(sealed, key.toUpperCase())).toBeNull();
    expect(openResource({ ...sealed, algorithm: 'AEAD_AES_128_GCM' }, key)).toBeNull();
    expect(openResource({ ...sealed, ciphertext: 'AAAA' }, key)).toBeNull();
  });
});

function flipBit(bytes: Buffer, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  const at = bit >> 3;
  changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7));
  return changed;
}
