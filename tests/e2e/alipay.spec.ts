import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { fillForm, startPrimary } from './journey/form';
import { lockForm } from './journey/paper';
import { enterAs, newPerson, register } from './journey/person';
import { expect, test } from './start-product';

const alipay = /\/gateway\.do\?/;
const school = '示例市第一中学（演示）';

test.setTimeout(180_000);

test('a payment begun by WeChat is made by Alipay, from a browser that runs no scripts', { tag: '@desktop' }, async ({
  page,
  browser,
  baseURL,
}) => {
  const application = await readyToPay(page, '吕示例');
  await expect(page.getByRole('heading', { name: '微信支付', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: '支付宝', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: '方式二：线下转账' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '显示付款二维码' }).click();
  const code = await page.getByRole('link', { name: '在本机打开收银台' }).getAttribute('href');

  await paysByAlipayWithoutScripts(page, browser, { url: baseURL ?? '', application });
  // The first device learns of it by itself, and the code that it showed is good for nothing.
  await expect(page.getByText('订单已支付').first()).toBeVisible();
  const desk = await page.context().newPage();
  await desk.goto(code ?? '');
  await expect(desk.getByText('这笔订单不能再支付')).toBeVisible();
  await desk.close();
  await page.goto('/my/orders');
  await page.getByRole('link', { name: '缴费凭证' }).first().click();
  await expect(page.getByText('沙箱支付宝')).toBeVisible();
});

test('what is paid after the order was closed goes back, and everybody sees it', { tag: '@phone' }, async ({
  page,
  browser,
  baseURL,
}) => {
  const application = await readyToPay(page, '施示例');
  const address = await beginsAndNeverArrives(page, application);
  await page.getByText('不用这种方式付款').click();
  await page.getByRole('button', { name: '放弃在线支付' }).click();
  await expect(page.getByText('方式二：线下转账')).toBeVisible();
  await withdraws(page, application);

  await page.unroute(alipay);
  await page.goto(address);
  await page.getByRole('button', { name: '确认支付' }).click();
  await page.waitForURL(/\/my\/orders\/coaa028/);
  await expect(page.getByText('已关闭', { exact: true }).first()).toBeVisible();
  await expect
    .poll(async () => {
      await page.reload();
      return page.getByText('订单已关闭，收到的款项已退回。').count();
    }, { timeout: 60_000 })
    .toBeGreaterThan(0);
  await expect(page.getByRole('list', { name: '退款进度' })).toContainText('¥100.00');
  await expectAccessible(page);
  const [number = ''] = /coaa028\d{21}/.exec(page.url()) ?? [];
  await financeSeesIt(browser, { url: baseURL ?? '', number });
});

async function readyToPay(page: Page, name: string): Promise<string> {
  await register(page, newPerson(name));
  const application = await startPrimary(page, 'jiangsu-demo');
  await fillForm(page, application, school);
  await lockForm(page, application);
  await page.goto(`${application}/pay`);
  return application;
}

async function paysByAlipayWithoutScripts(
  page: Page,
  browser: Browser,
  { url, application }: { url: string; application: string },
): Promise<void> {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ baseURL: url, storageState, javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${application}/pay`);
  await plain.getByText('不用这种方式付款').click();
  await plain.getByRole('button', { name: '改用支付宝付款' }).click();
  await expect(plain.getByText('支付宝', { exact: true })).toBeVisible();
  await expect(plain.getByText('¥100.00')).toBeVisible();
  await plain.getByRole('button', { name: '确认支付' }).click();
  await plain.waitForURL(/\/my\/orders\//);
  await expect
    .poll(async () => {
      await plain.reload();
      return plain.getByText('已支付', { exact: true }).count();
    })
    .toBeGreaterThan(0);
  await context.close();
}

/** The way to Alipay breaks off; our page still holds the address, which Alipay has not heard of. */
async function beginsAndNeverArrives(page: Page, application: string): Promise<string> {
  await page.route(alipay, (route) => route.abort());
  const tried = page.waitForRequest(alipay);
  await page.getByRole('button', { name: '去支付宝付款' }).click();
  await tried;
  await page.goto(`${application}/pay`);
  await expectAccessible(page);
  return (await page.getByRole('link', { name: '打开支付宝付款' }).getAttribute('href')) ?? '';
}

async function withdraws(page: Page, application: string): Promise<void> {
  await page.goto(application);
  await page.getByText('撤回申报', { exact: true }).first().click();
  await page.getByLabel('撤回的原因').fill('今年不参加了');
  await page.getByRole('button', { name: '确认撤回' }).click();
  await expect(page.getByText('已撤回').first()).toBeVisible();
}

async function financeSeesIt(browser: Browser, { url, number }: { url: string; number: string }): Promise<void> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await enterAs(page, 'finance-jiangsu');
  await page.goto(`/office/finance/orders/${number}`);
  await expect(page.getByText('订单关闭后到账').first()).toBeVisible();
  await expect(page.getByText('支付宝网页支付').first()).toBeVisible();
  await expectAccessible(page);
  await page.goto('/office/finance/refunds?view=done');
  const row = page.getByRole('row').filter({ hasText: '施示例' });
  await expect(row).toContainText('沙箱支付宝');
  await expect(row).toContainText('已退款');
  await context.close();
}
