import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { startTestProduct } from '../../../scripts/testing/test-product.mjs';

const secret = () => randomBytes(32).toString('base64');

/** Everything that production asks for; nothing is sent to the outside in this test. */
const production = {
  APP_MODE: 'production',
  APP_URL: 'https://certification.example',
  AUTH_SECRET: secret(),
  FIELD_KEYS: `one:${secret()}`,
  INDEX_KEY: secret(),
  PAYMENT_PROVIDER: 'none',
  MESSAGES: 'live',
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'office@certification.example',
  SMS_URL: 'http://127.0.0.1:9/sms',
  SMS_TOKEN: 'token-of-this-test',
};

const ofTheDemo = [
  '/personas',
  '/personas/sysadmin',
  '/personas/outbox',
  '/personas/gallery',
  '/personas/gallery/forms',
  '/personas/gallery/office',
  '/certifications/jiangsu/check?cycle=jiangsu-demo',
];

test('production shows the notice and its year, and nothing of the demo', async ({ request }) => {
  const product = await startTestProduct({ postgresUrl: process.env.E2E_POSTGRES_URL ?? '', env: production });
  try {
    const at = (path: string) => new URL(path, `http://127.0.0.1:${product.env.PORT}`).href;
    const home = await (await request.get(at('/'))).text();
    expect(home).toContain('关于开展2024年江苏省青少年科技辅导员专业水平认证工作的补充通知');
    expect(home).not.toMatch(/演示|示例/);
    const province = await (await request.get(at('/certifications/jiangsu'))).text();
    expect(province).toContain('2025年3月3日');
    expect(province).not.toMatch(/演示|示例/);
    for (const path of ofTheDemo.slice(0, -1)) expect((await request.get(at(path))).status(), path).toBe(404);
    expect(await (await request.get(at(ofTheDemo.at(-1) ?? ''))).text()).not.toMatch(/演示|示例/);
  } finally {
    await product.stop();
  }
});
