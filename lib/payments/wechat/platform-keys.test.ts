import { generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certify, type Holder, pem } from '../../../tests/build/signing/authority';
import { signatureFlaw } from './call';
import { wechatSettings } from './settings';
import { answerText, freshNonce, signText, wireTimestamp } from './signature';

const certified = (to: string): Holder => certify({ name: 'platform', kind: 'rsa', to });
const serialOf = (holder: Holder): string => new X509Certificate(holder.certificate).serialNumber;

const [old, present, expired] = [certified('2034-01-01'), certified('2035-01-01'), certified('2025-01-01')];
const bare = generateKeyPairSync('rsa', { modulusLength: 2048 });
const bareText = bare.publicKey.export({ format: 'pem', type: 'spki' }).toString();

const merchant = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const settingsWith = (platformSerial: string, platformPublicKey: string) =>
  wechatSettings(
    { merchantId: '1900000001', appId: 'wx1', merchantSerial: 'A1', merchantPrivateKey: merchant, platformSerial, platformPublicKey, apiV3Key: '0'.repeat(32) },
    { provider: 'wechat', baseUrl: 'https://api.mch.weixin.qq.com', noticeUrl: 'https://example.com/notice' },
  );
/** As settings of one line carry them. */
const oneLine = (...texts: string[]): string => texts.map((text) => text.replaceAll('\n', '\\n')).join(',');

const settings = settingsWith(
  [serialOf(old), serialOf(present), serialOf(expired), 'PUB_KEY_ID_0114'].join(', '),
  oneLine(pem(old), pem(present), pem(expired), bareText),
);

function flawOf(serial: string, key: KeyObject) {
  const parts = { timestamp: wireTimestamp(new Date()), nonce: freshNonce(), body: '{}' };
  const headers: Record<string, string> = {
    'Wechatpay-Timestamp': parts.timestamp,
    'Wechatpay-Nonce': parts.nonce,
    'Wechatpay-Serial': serial,
    'Wechatpay-Signature': signText(answerText(parts), key),
  };
  return signatureFlaw(settings, (name) => headers[name] ?? '', parts.body);
}

describe('while the platform changes its keys', () => {
  it('the old and the new one count, certificates as well as bare keys, each under its own serial', () => {
    expect(flawOf(serialOf(old), old.key)).toBeNull();
    expect(flawOf(serialOf(present), present.key)).toBeNull();
    expect(flawOf('PUB_KEY_ID_0114', bare.privateKey)).toBeNull();
    expect(flawOf(serialOf(present), old.key)).toBe('SIGNATURE_WRONG');
  });

  it('one that has run out, or was never named, counts no more', () => {
    expect(flawOf(serialOf(expired), expired.key)).toBe('KEY_EXPIRED');
    expect(flawOf('PUB_KEY_ID_0113', bare.privateKey)).toBe('UNKNOWN_KEY');
  });

  it('a setting that does not fit together stops the start', () => {
    expect(() => settingsWith('A,B', oneLine(bareText))).toThrow('2 serials of the platform, and 1 keys');
    expect(() => settingsWith(serialOf(old), oneLine(pem(present)))).toThrow('has the serial');
  });
});
