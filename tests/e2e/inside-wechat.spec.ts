import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { fillForm, startPrimary } from './journey/form';
import { lockForm } from './journey/paper';
import { newPerson, register } from './journey/person';
import { expect, test } from './start-product';

const wechat = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50';

interface InWechat {
  askPayer: (call: object) => Promise<object>;
  WeixinJSBridge: { invoke: (name: string, call: object, answer: (told: object) => void) => void };
}

test.setTimeout(180_000);

test('inside WeChat its own script takes the payment, and a payer who cancels may press again', { tag: '@phone' }, async ({
  page,
  browser,
  baseURL,
}) => {
  await register(page, newPerson('郝示例'));
  const application = await startPrimary(page, 'jiangsu-demo');
  await fillForm(page, application, '示例市第一中学（演示）');
  await lockForm(page, application);

  const phone = await openedInWechat(page, browser, baseURL ?? '');
  await phone.goto(`${application}/pay`);
  await expect(phone.getByRole('button', { name: '去支付宝付款' })).toHaveCount(0);
  await expectAccessible(phone);
  await phone.getByRole('link', { name: '用微信付款' }).click();
  await expect(phone.getByText('微信已确认您的身份')).toBeVisible();
  await expectAccessible(phone);
  await phone.getByRole('button', { name: '继续付款 ¥100.00' }).click();
  await phone.getByRole('button', { name: '微信支付 ¥100.00' }).click();
  await expect(phone.getByText('您没有完成付款')).toBeVisible();
  await expectAccessible(phone);
  await phone.getByRole('button', { name: '微信支付 ¥100.00' }).click();
  await phone.waitForURL(/\/my\/orders\//);
  await expect(phone.getByText('已支付', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  await phone.context().close();
});

/** A page in WeChat's browser, whose script asks the payer: the first time he says no, then yes. */
async function openedInWechat(page: Page, browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: url, storageState: await page.context().storageState(), userAgent: wechat },
    ...{ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  });
  const phone = await context.newPage();
  let gateway = '';
  let asked = 0;
  phone.on('request', (request) => {
    if (request.url().includes('/connect/oauth2/authorize')) gateway = new URL(request.url()).origin;
  });
  await phone.exposeFunction('askPayer', async (call: unknown) => {
    asked += 1;
    if (asked === 1) return { err_msg: 'get_brand_wcpay_request:cancel' };
    const response = await fetch(`${gateway}/bridge`, { method: 'POST', body: JSON.stringify(call) });
    return response.json();
  });
  await phone.addInitScript(() => {
    const wechatsOwn = window as unknown as InWechat;
    wechatsOwn.WeixinJSBridge = { invoke: (_, call, answer) => void wechatsOwn.askPayer(call).then(answer) };
  });
  return phone;
}
