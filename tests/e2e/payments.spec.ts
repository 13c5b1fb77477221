import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import sharp from 'sharp';
import { codesIn } from '@/tests/build/read-pdf';
import { fillForm, startPrimary } from './journey/form';
import { lockForm } from './journey/paper';
import { enterAs, newPerson, register } from './journey/person';
import { expect, test } from './start-product';

const school = '示例市第一中学（演示）';
const live = { name: '付款二维码，请用微信扫一扫' };

test.setTimeout(300_000);

test('a payment is begun, asked about, given up, transferred, refused and made at last', { tag: '@desktop' }, async ({
  page,
  browser,
  baseURL,
}) => {
  const url = baseURL ?? '';
  await register(page, newPerson('秦示例'));
  const application = await startPrimary(page, 'jiangsu-demo');
  await fillForm(page, application, school);
  await lockForm(page, application);

  const number = await theOrder(page, application);
  await showCode(page, application);
  await givesUp(page);
  await transfers(page);
  await financeRefuses(browser, { url, number });
  await page.goto(`${application}/pay`);
  await expect(page.getByText('没有查到这笔转账').first()).toBeVisible();

  await page.getByRole('button', { name: '显示付款二维码' }).click();
  await expect(page.getByRole('img', live)).toBeVisible();
  await paysWithoutScripts(page, browser, { url, application });
  // The first device learns of it by itself.
  await expect(page.getByText('订单已支付').first()).toBeVisible();
  await page.goto('/my/orders');
  await expect(page.getByText('已支付', { exact: true }).first()).toBeVisible();
  await isAccessible(page);
});

/** The five lines of the order card; answers with its number. */
async function theOrder(page: Page, application: string): Promise<string> {
  await page.goto('/my/orders');
  for (const term of ['订单总金额', '已支付金额', '订单编号', '订单状态', '订单创建时间']) {
    await expect(page.getByText(term, { exact: true })).toBeVisible();
  }
  await expect(page.getByText('¥100.00')).toBeVisible();
  await expect(page.getByText('¥0.00')).toBeVisible();
  await expect(page.getByText(/还缺两项/)).toBeVisible();
  await isAccessible(page);
  const number = await page.getByText(/^coaa028\d{21}$/).innerText();
  await page.goto(`/my/orders/${number}`);
  await isAccessible(page);
  await page.goto(`${application}/pay`);
  await isAccessible(page);
  return number;
}

/** The picture holds the address of the cashier; a second tab shows the same one and never another payment. */
async function showCode(page: Page, application: string): Promise<void> {
  await page.getByRole('button', { name: '显示付款二维码' }).click();
  const link = await cashierLink(page);
  expect(link).toContain(`${await scanned(await page.getByRole('img', live).screenshot())}?redirect_url=`);
  await isAccessible(page);

  const tab = await page.context().newPage();
  await tab.goto(`${application}/pay`);
  expect(await cashierLink(tab)).toBe(link);
  await expect(tab.getByRole('button', { name: '显示付款二维码' })).toHaveCount(0);
  await tab.close();

  await page.getByRole('button', { name: '我已支付，查询结果' }).click();
  await expect(page.getByText(/支付平台还没有收到这笔付款/)).toBeVisible();
}

async function scanned(picture: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  const [code] = await codesIn({ width: info.width, height: info.height, grey: new Uint8Array(data) }, 72);
  return code?.text;
}

const cashierLink = (page: Page) => page.getByRole('link', { name: '在本机打开收银台' }).getAttribute('href');

async function givesUp(page: Page): Promise<void> {
  await page.getByText('不用这种方式付款').click();
  await page.getByRole('button', { name: '放弃在线支付' }).click();
  await expect(page.getByText('方式二：线下转账')).toBeVisible();
}

async function transfers(page: Page): Promise<void> {
  const voucher = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await page.getByText('收款账户，上传凭证').click();
  const picker = page.locator('input[type=file][name=file]');
  await picker.setInputFiles({ name: '转账凭证.png', mimeType: 'image/png', buffer: voucher });
  await page.getByLabel('付款户名').fill('秦示例');
  await page.getByLabel('付款日期').fill('2020年1月2日');
  await isAccessible(page);
  await page.getByLabel('转账金额').fill('99');
  await page.getByRole('button', { name: '提交凭证' }).click();
  await expect(page.getByText(/订单金额是 ¥100.00/).first()).toBeVisible();
  await page.getByLabel('转账金额').fill('100');
  await page.getByRole('button', { name: '提交凭证' }).click();
  await expect(page.getByText('转账凭证已提交，等待财务人员确认')).toBeVisible();
  await expect(page.getByRole('button', { name: '显示付款二维码' })).toHaveCount(0);
  await isAccessible(page);
}

async function financeRefuses(browser: Browser, { url, number }: { url: string; number: string }): Promise<void> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await enterAs(page, 'finance-jiangsu');
  await page.goto('/office/finance');
  await isAccessible(page);
  await page.goto(`/office/finance/orders?q=${number}`);
  await isAccessible(page);
  await page.getByRole('link', { name: number }).click();
  await expect(page.getByRole('heading', { name: '转账凭证', exact: true })).toBeVisible();
  await isAccessible(page);
  await page.locator('summary', { hasText: '退回凭证' }).click();
  await page.getByLabel('退回原因').fill('没有查到这笔转账');
  await page.getByRole('button', { name: '退回凭证' }).click();
  await expect(page.getByText(/凭证已退回，并已通知申请人/)).toBeVisible();
  await page.goto('/office/finance/unmatched');
  await isAccessible(page);
  await entersReceipt(page, `E2E${number.slice(-12)}`);
  await context.close();
}

/** Money came that nobody has announced: entered again, it is there once. */
async function entersReceipt(page: Page, reference: string): Promise<void> {
  for (const answer of [/到账 ¥88.00 已登记/, /没有重复入账/]) {
    await page.locator('summary', { hasText: '登记到账' }).click();
    await page.getByLabel('银行流水号').first().fill(reference);
    await page.getByLabel('到账金额').fill('88');
    await page.getByLabel('付款户名').fill('示例付款人');
    await page.getByLabel('到账日期').fill('2020年1月2日');
    await isAccessible(page);
    await page.getByRole('button', { name: '登记到账' }).click();
    await expect(page.getByText(answer)).toBeVisible();
  }
  await expect(page.getByText(reference)).toHaveCount(1);
  await isAccessible(page);
}

/** The same person on another device, whose browser runs no scripts. */
async function paysWithoutScripts(
  page: Page,
  browser: Browser,
  { url, application }: { url: string; application: string },
): Promise<void> {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ baseURL: url, storageState, javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${application}/pay`);
  await plain.getByText('不用这种方式付款').click();
  await plain.getByRole('button', { name: '改在手机浏览器中用微信付款' }).click();
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

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}
