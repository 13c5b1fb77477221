import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseEnv } from './env';

const secret = randomBytes(32).toString('base64');
const production = {
  APP_MODE: 'production',
  APP_URL: 'https://certification.example',
  DATABASE_URL: 'postgresql://localhost/app',
  AUTH_SECRET: secret,
  FIELD_KEYS: `k1:${secret}`,
  INDEX_KEY: secret,
  PAYMENT_PROVIDER: 'none',
  MESSAGES: 'live',
  SMTP_URL: 'smtp://localhost',
  MAIL_FROM: 'noreply@certification.example',
  SMS_URL: 'https://sms.example',
  SMS_TOKEN: 'token',
};

describe('settings', () => {
  it('need nothing but a database in demo mode', () => {
    expect(parseEnv({ DATABASE_URL: 'postgresql://localhost/app' }).isDemo).toBe(true);
  });

  it('are accepted in production when everything real is set', () => {
    expect(parseEnv(production).isDemo).toBe(false);
  });

  it.each([
    ['a default secret', { AUTH_SECRET: undefined }, /AUTH_SECRET/],
    ['no field keys', { FIELD_KEYS: undefined }, /FIELD_KEYS/],
    ['no index key', { INDEX_KEY: undefined }, /INDEX_KEY/],
    ['a moved clock', { APP_CLOCK: '2025-02-01T00:00:00+08:00' }, /APP_CLOCK/],
    ['the sandbox gateway', { PAYMENT_PROVIDER: 'sandbox' }, /sandbox/],
    ['WeChat Pay without its keys', { PAYMENT_PROVIDER: 'wechat' }, /WECHAT_PAY_API_V3_KEY must be set/],
    ['Alipay without its keys', { PAYMENT_PROVIDER: 'alipay' }, /ALIPAY_PUBLIC_KEY must be set/],
    ['two providers without the keys of one', { PAYMENT_PROVIDER: 'wechat,alipay' }, /WECHAT_PAY_SERIAL.*ALIPAY_APP_ID/],
    ['offline transfer alone and something else', { PAYMENT_PROVIDER: 'none,alipay' }, /stand alone/],
    ['the tax simulator', { TAX_URL: 'http://127.0.0.1:9', TAX_APP_ID: 'app', TAX_SECRET: secret }, /TAX_URL must begin with https/],
    ['half of a tax platform', { TAX_URL: 'https://tax.example', TAX_APP_ID: 'app' }, /TAX_SECRET belong together/],
    ['messages that go nowhere', { MESSAGES: 'outbox' }, /MESSAGES/],
    ['an address without TLS', { APP_URL: 'http://certification.example' }, /APP_URL/],
  ])('are refused in production with %s', (_, change, because) => {
    expect(() => parseEnv({ ...production, ...change })).toThrow(because);
  });

  it('never repeat a secret in their complaint', () => {
    const complaint = () => parseEnv({ ...production, APP_URL: secret });
    expect(complaint).toThrow(/APP_URL/);
    expect(complaint).not.toThrow(secret);
  });

  it('refuse a store that is not there before the first file is lost in it', () => {
    expect(() => parseEnv({ DATABASE_URL: 'postgresql://localhost/app', STORAGE: 's3' })).toThrow(/STORAGE=local/);
  });
});
