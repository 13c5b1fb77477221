import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { fillForm, startPrimary } from './journey/form';
import { lockForm } from './journey/paper';
import { enterAs, newPerson, register } from './journey/person';
import { expect, test } from './start-product';

const school = '示例市第一中学（演示）';

test.setTimeout(240_000);

test('a fee that was paid goes back in part: one proposes, another approves, and the payer sees it', { tag: '@desktop' }, async ({
  page,
  browser,
  baseURL,
}) => {
  const url = baseURL ?? '';
  const number = await hasPaid(page);
  const proposer = await enteredAs(browser, { url, slug: 'finance-jiangsu' });
  await proposes(proposer, number);
  const approver = await enteredAs(browser, { url, slug: 'finance-second' });
  await approver.goto('/office/finance/refunds');
  await approver.getByRole('row').filter({ hasText: '金示例' }).getByRole('link').first().click();
  await expectAccessible(approver);
  await approver.getByRole('button', { name: '批准退款 ¥60.50' }).click();
  await expect(approver.getByText(/已批准|退款中|已退款/).first()).toBeVisible();

  await page.goto(`/my/orders/${number}`);
  await expect
    .poll(async () => {
      await page.reload();
      return page.getByRole('list', { name: '退款进度' }).innerText();
    }, { timeout: 60_000 })
    .toContain('已退');
  await expect(page.getByRole('list', { name: '退款进度' })).toContainText('¥60.50');
  await expectAccessible(page);
  await proposer.goto(`/office/finance/orders/${number}`);
  await proposer.getByText('提出退款', { exact: true }).first().click();
  await expect(proposer.getByText('最多 ¥39.50')).toBeVisible();
});

/** More than was paid is refused in words; who proposed is not the one who approves. */
async function proposes(office: Page, number: string): Promise<void> {
  await office.goto(`/office/finance/orders/${number}`);
  await office.getByText('提出退款', { exact: true }).first().click();
  await office.getByLabel('退款原因').selectOption({ label: '协会决定退款' });
  await office.getByLabel('退款金额').fill('100.01');
  await office.getByLabel('依据').fill('会议决定退还资料费');
  await office.getByRole('button', { name: '提出退款' }).click();
  await expect(office.getByText('最多还能退 ¥100.00。').first()).toBeVisible();
  await office.getByLabel('退款金额').fill('60.50');
  await expectAccessible(office);
  await office.getByRole('button', { name: '提出退款' }).click();
  await expect(office.getByText('退款 ¥60.50 已提出，等待另一位财务人员复核。')).toBeVisible();
  await office.goto('/office/finance/refunds');
  await office.getByRole('row').filter({ hasText: '金示例' }).getByRole('link').first().click();
  await expect(office.getByText('等待另一位财务人员复核')).toBeVisible();
  await expect(office.getByRole('button', { name: /批准退款/ })).toHaveCount(0);
}

async function hasPaid(page: Page): Promise<string> {
  await register(page, newPerson('金示例'));
  const application = await startPrimary(page, 'jiangsu-demo');
  await fillForm(page, application, school);
  await lockForm(page, application);
  await page.goto(`${application}/pay`);
  await page.getByRole('button', { name: '显示付款二维码' }).click();
  const cashier = await page.getByRole('link', { name: '在本机打开收银台' }).getAttribute('href');
  const desk = await page.context().newPage();
  await desk.goto(cashier ?? '');
  await desk.getByRole('button', { name: '确认支付' }).click();
  await desk.close();
  await expect(page.getByText('订单已支付').first()).toBeVisible();
  await page.goto('/my/orders');
  return page.getByText(/^coaa028\d{21}$/).innerText();
}

async function enteredAs(browser: Browser, { url, slug }: { url: string; slug: string }): Promise<Page> {
  const context = await browser.newContext({ baseURL: url });
  const office = await context.newPage();
  await enterAs(office, slug);
  return office;
}
