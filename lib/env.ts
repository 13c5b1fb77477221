import path from 'node:path';
import { z } from 'zod';

const optional = z.string().trim().min(1).optional();
const demoSecret = 'demo-only-secret-do-not-use-in-production';

const settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  APP_MODE: z.enum(['demo', 'production']).default('demo'),
  APP_URL: z.url().default('http://127.0.0.1:3000'),
  APP_CLOCK: z.iso.datetime({ offset: true }).optional(),
  /** The real instant at which APP_CLOCK was so; set by the start, so that every process agrees. */
  APP_CLOCK_SINCE: z.iso.datetime().optional(),
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  DATA_DIR: z.string().min(1).default('.data'),
  STORAGE: z.enum(['local', 's3']).default('local'),
  S3_ENDPOINT: optional,
  S3_BUCKET: optional,
  S3_REGION: optional,
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  AUTH_SECRET: z.string().min(16).default(demoSecret),
  /** `id:base64` pairs of 32 bytes, newest first. */
  FIELD_KEYS: z.string().default(`demo:${Buffer.alloc(32, demoSecret).toString('base64')}`),
  /** Base64 of 32 bytes; keys look-up and page codes, and never rotates. Without it the oldest field key serves. */
  INDEX_KEY: optional,
  SANDBOX_GATEWAY_URL: z.url().optional(),
  /** One or several, comma between. */
  PAYMENT_PROVIDER: z
    .string()
    .default('sandbox')
    .transform((text) => text.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(['sandbox', 'wechat', 'alipay', 'none'])).refine((names) => names.length === 1 || !names.some((name) => name === 'sandbox' || name === 'none'), 'sandbox and none stand alone')),
  WECHAT_PAY_URL: z.url().default('https://api.mch.weixin.qq.com'),
  WECHAT_PAY_MERCHANT_ID: optional,
  WECHAT_PAY_APP_ID: optional,
  WECHAT_PAY_SERIAL: optional,
  WECHAT_PAY_PRIVATE_KEY: optional,
  WECHAT_PAY_PLATFORM_SERIAL: optional,
  WECHAT_PAY_PLATFORM_KEY: optional,
  WECHAT_PAY_API_V3_KEY: optional,
  /** Of the official account: with it, people pay inside WeChat too. */
  WECHAT_APP_SECRET: optional,
  ALIPAY_URL: z.url().default('https://openapi.alipay.com/gateway.do'),
  ALIPAY_APP_ID: optional,
  ALIPAY_SELLER_ID: optional,
  ALIPAY_PRIVATE_KEY: optional,
  ALIPAY_PUBLIC_KEY: optional,
  /** A platform that issues fully digital invoices; the three together. Without them invoices are made in the tax client. */
  TAX_URL: z.url().optional(),
  TAX_APP_ID: optional,
  TAX_SECRET: z.string().min(32).optional(),
  MESSAGES: z.enum(['outbox', 'live']).default('outbox'),
  SMTP_URL: optional,
  MAIL_FROM: optional,
  SMS_URL: optional,
  SMS_TOKEN: optional,
  ICP_NUMBER: z.string().default(''),
  POLICE_NUMBER: z.string().default(''),
  /** Verification codes that one mobile number may ask for in 24 hours. */
  CODES_PER_DAY: z.coerce.number().int().min(1).max(100).default(5),
  /** Codes, failed sign-ins and recovery requests an hour from one address, which a whole school may share. */
  TRIES_PER_ADDRESS: z.coerce.number().int().min(1).max(1_000_000).default(120),
  /** The registered mobile number whose owner becomes the first system administrator at the next start. */
  FIRST_ADMIN_MOBILE: optional,
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Env = z.infer<typeof settings> & { isDemo: boolean; dataDirectory: string };

/** Every setting, parsed once. Throws with the names of what is wrong; values are never printed. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    throw new Error(`settings: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`);
  }
  const env = parsed.data;
  if (env.STORAGE === 's3') throw new Error('settings: STORAGE=s3 has no adapter in this version: use STORAGE=local');
  const tax = [env.TAX_URL, env.TAX_APP_ID, env.TAX_SECRET].filter(Boolean);
  if (tax.length % 3 !== 0) throw new Error('settings: TAX_URL, TAX_APP_ID and TAX_SECRET belong together');
  if (env.APP_MODE === 'production') refuseDemoSettings(env, given);
  return { ...env, isDemo: env.APP_MODE === 'demo', dataDirectory: path.resolve(/*turbopackIgnore: true*/ env.DATA_DIR) };
}

function refuseDemoSettings(env: z.infer<typeof settings>, given: Record<string, string | undefined>): void {
  const wrong = [
    !given.AUTH_SECRET || env.AUTH_SECRET === demoSecret ? 'AUTH_SECRET must be set' : '',
    given.FIELD_KEYS ? '' : 'FIELD_KEYS must be set',
    given.INDEX_KEY ? '' : 'INDEX_KEY must be set',
    given.APP_CLOCK ? 'APP_CLOCK is for demo mode only' : '',
    env.PAYMENT_PROVIDER.includes('sandbox') || given.SANDBOX_GATEWAY_URL ? 'the sandbox payment gateway is for demo mode only' : '',
    env.PAYMENT_PROVIDER.includes('wechat') ? missing(env, wechatNames) : '',
    env.PAYMENT_PROVIDER.includes('alipay') ? missing(env, alipayNames) : '',
    env.TAX_URL && !env.TAX_URL.startsWith('https://') ? 'TAX_URL must begin with https://' : '',
    env.MESSAGES === 'outbox' ? 'MESSAGES must be live' : '',
    env.MESSAGES === 'live' && !(env.SMTP_URL && env.MAIL_FROM && env.SMS_URL && env.SMS_TOKEN) ? 'SMTP_URL, MAIL_FROM, SMS_URL and SMS_TOKEN must be set' : '',
    env.APP_URL.startsWith('https://') ? '' : 'APP_URL must begin with https://',
  ].filter(Boolean);
  if (wrong.length > 0) throw new Error(`settings for production: ${wrong.join('; ')}`);
}

const wechatNames = [
  'WECHAT_PAY_MERCHANT_ID',
  'WECHAT_PAY_APP_ID',
  'WECHAT_PAY_SERIAL',
  'WECHAT_PAY_PRIVATE_KEY',
  'WECHAT_PAY_PLATFORM_SERIAL',
  'WECHAT_PAY_PLATFORM_KEY',
  'WECHAT_PAY_API_V3_KEY',
] as const;

const alipayNames = ['ALIPAY_APP_ID', 'ALIPAY_SELLER_ID', 'ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY'] as const;

function missing(env: z.infer<typeof settings>, names: readonly (keyof z.infer<typeof settings>)[]): string {
  const absent = names.filter((name) => !env[name]);
  return absent.length > 0 ? `${absent.join(', ')} must be set` : '';
}

let parsedEnv: Env | undefined;

/** Parsed at the first use, so that a build needs no settings. */
export const env: Env = new Proxy({} as Env, {
  get(_, name) {
    parsedEnv ??= parseEnv(process.env);
    return Reflect.get(parsedEnv, name);
  },
});
