import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible';
import { fillForm, startPrimary } from './journey/form';
import { lockForm } from './journey/paper';
import { enterAs, type NewPerson, newPerson, register } from './journey/person';

const school = '示例市第一中学（演示）';
const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };

test.setTimeout(600_000);

/** Somebody of the school whose form is issued; answers with the path of the application. */
async function applicant(page: Page, person: NewPerson): Promise<string> {
  await register(page, person);
  const application = await startPrimary(page, 'jiangsu-demo');
  await fillForm(page, application, school);
  await lockForm(page, application);
  return application;
}

async function look(page: Page): Promise<void> {
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
  }
}

async function makeOrder(page: Page, people: NewPerson[]): Promise<string> {
  await page.goto('/unit/orders');
  await look(page);
  await page.getByRole('link', { name: /^选择人员/ }).click();
  for (const { name } of people) await page.getByRole('checkbox', { name: new RegExp(`^选择${name}`) }).check();
  await look(page);
  await page.getByRole('button', { name: '生成单位订单' }).click();
  await page.waitForURL(/\/unit\/orders\/coaa028\d{21}/);
  await expect(page.getByText('订单已生成，请在有效期内缴费。')).toBeVisible();
  for (const { name } of people) await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
  await look(page);
  return /coaa028\d{21}/.exec(page.url())?.[0] ?? '';
}

/** At the sandbox’s cashier, in another tab as on another phone. */
async function payByCode(page: Page): Promise<void> {
  await page.getByRole('link', { name: '去缴费' }).click();
  await look(page);
  await page.getByRole('button', { name: '显示付款二维码' }).click();
  const cashier = await page.getByRole('link', { name: '在本机打开收银台' }).getAttribute('href');
  await look(page);
  const tab = await page.context().newPage();
  await tab.goto(cashier ?? '');
  await tab.getByRole('button', { name: '确认支付' }).click();
  await tab.waitForURL(/\/unit\/orders\//);
  await tab.close();
}

test('a unit pays for two of its people with one order, after it had cancelled another @desktop', async ({ page, browser }) => {
  const people = [newPerson('缴费甲示例'), newPerson('缴费乙示例')];
  const desks: { page: Page; application: string }[] = [];
  for (const person of people) {
    const desk = await (await browser.newContext()).newPage();
    desks.push({ page: desk, application: await applicant(desk, person) });
  }
  const [first, second] = desks;
  if (!first || !second) throw new Error('two people apply');

  await enterAs(page, 'unit-admin');
  const given = await makeOrder(page, people);
  await first.page.goto(`${first.application}/pay`);
  await expect(first.page.getByText(`您的单位正在为您缴费（订单 ${given}`, { exact: false })).toBeVisible();
  await expect(first.page.getByRole('button', { name: '显示付款二维码' })).toHaveCount(0);
  await look(first.page);
  await first.page.goto(first.application);
  await expect(first.page.getByRole('link', { name: '去缴费' })).toHaveCount(0);
  await look(first.page);

  await page.getByRole('link', { name: '取消订单' }).click();
  await page.getByRole('button', { name: '确认取消订单' }).click();
  await expect(page.getByText('订单已取消，已通知名单上的各位。')).toBeVisible();
  await first.page.goto(`${first.application}/pay`);
  await expect(first.page.getByRole('button', { name: '显示付款二维码' })).toBeVisible();

  const number = await makeOrder(page, people);
  await payByCode(page);
  await page.goto(`/unit/orders/${number}`);
  await expect
    .poll(async () => {
      await page.reload();
      return page.getByText('已支付', { exact: true }).count();
    })
    .toBeGreaterThan(0);
  await page.getByRole('link', { name: '缴费凭证' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '缴费凭证' })).toBeVisible();
  await expect(page.getByText('不是发票')).toBeVisible();
  await look(page);

  await second.page.goto('/my/orders');
  await expect(second.page.getByText('单位已为您缴费', { exact: false }).first()).toBeVisible();
  await expect(second.page.getByRole('link', { name: '去缴费' })).toHaveCount(0);
  await look(second.page);

  const office = await (await browser.newContext()).newPage();
  await enterAs(office, 'finance-jiangsu');
  await office.goto(`/office/finance/orders?q=${encodeURIComponent('缴费乙示例')}`);
  await office.getByRole('link', { name: number }).click();
  for (const { name } of people) await expect(office.getByRole('row', { name: new RegExp(name) }).first()).toBeVisible();
  await look(office);
});
