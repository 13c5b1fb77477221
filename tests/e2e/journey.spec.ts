import type { Browser, Page } from '@playwright/test';
import { pdfTexts } from '@/tests/build/read-pdf';
import { expectAccessible } from './accessible';
import { fillForm, startPrimary } from './journey/form';
import { handInStamped, issuedForm, lockForm, pay } from './journey/paper';
import { enterAs, newPerson, register } from './journey/person';
import { expect, test } from './start-product';

const school = '示例市第一中学（演示）';

test.setTimeout(480_000);

/** From registering to 资格审查通过, as one person and one reviewer live it. */
async function journey(page: Page, browser: Browser, { url, cycle }: { url: string; cycle: string }): Promise<void> {
  const person = newPerson('陆㛃·示例');
  await page.goto(`/certifications/jiangsu/check?cycle=${cycle}&category=SECONDARY_SCHOOL_TEACHER&unitRegion=32`);
  await expect(page.getByText('江苏省初级科技辅导员专业水平认证').first()).toBeVisible();
  await register(page, person);
  const application = await startPrimary(page, cycle);
  await fillForm(page, application, school);
  await lookAt(page, application, ['', '/form/identity', '/form/category', '/form/unit', '/form/achievements', '/check']);
  await expect(page.getByText('有 1 处请再看一眼')).toBeVisible();
  await expect(page.getByRole('link', { name: /“示例市青少年科技馆”.*的时间重叠/ })).toBeVisible();
  await lockForm(page, application);

  const pdf = await issuedForm(page, application);
  const text = (await pdfTexts(pdf)).join('').replace(/\s/g, '');
  for (const printed of [person.name, person.idNumber, person.mobile, school, '示例省青少年科技创新大赛']) {
    expect(text).toContain(printed);
  }
  await lookAt(page, application, ['', '/stamp-guide', '/submit', '/pay']);
  await handInStamped(page, application, pdf);
  await page.goto(application);
  await expect(page.getByText('材料已提交，待缴费').first()).toBeVisible();
  await pay(page, application);
  await page.goto(application);
  await expect(page.getByText('等待资格审查').first()).toBeVisible();

  const office = await browser.newContext({ baseURL: url });
  const staff = await office.newPage();
  await enterAs(staff, 'staff-jiangsu');
  await staff.goto(`/office/applications?q=${encodeURIComponent(person.name)}`);
  await staff.getByRole('link', { name: person.name }).click();
  await staff.getByRole('button', { name: '领取审查' }).click();
  await expect(staff.getByRole('button', { name: '审查通过', exact: true })).toBeVisible();
  await expectAccessible(staff);
  await staff.getByRole('button', { name: '审查通过', exact: true }).click();
  await expect(staff.getByText('审查通过').first()).toBeVisible();
  await office.close();

  await page.goto(application);
  await expect(page.getByText('资格审查通过').first()).toBeVisible();
  await page.goto('/my/certifications');
  await expect(page.getByText('江苏省初级科技辅导员专业水平认证').first()).toBeVisible();
}

async function lookAt(page: Page, application: string, parts: string[]): Promise<void> {
  for (const part of parts) {
    await page.goto(`${application}${part}`);
    await expectAccessible(page);
  }
}

test('a teacher registers, applies, prints, hands in, pays and is accepted', async ({ page, browser, baseURL }) => {
  await journey(page, browser, { url: baseURL ?? '', cycle: 'jiangsu-demo' });
});

test('the same inside the window of the 2024 cycle', { tag: '@desktop' }, async ({ browser, productAt }) => {
  const product = await productAt('2025-03-01T09:00:00+08:00');
  const context = await browser.newContext({ baseURL: product.url });
  await journey(await context.newPage(), browser, { url: product.url, cycle: 'jiangsu-2024' });
  await context.close();
});

test('one minute after the end of the 2024 cycle nobody can start, and the page says why', {
  tag: '@desktop',
}, async ({ browser, productAt }) => {
  const product = await productAt('2025-03-04T00:01:00+08:00');
  const context = await browser.newContext({ baseURL: product.url });
  const page = await context.newPage();
  await page.goto('/certifications/jiangsu?cycle=jiangsu-2024');
  await expect(page.getByText('申报已于 2025年3月3日 23:59 截止').first()).toBeVisible();
  await expect(page.getByRole('link', { name: '申报初级' })).toHaveCount(0);
  await enterAs(page, 'teacher');
  const started = await page.goto(`/apply/start?level=${await primaryLevelOf2024(page)}`);
  expect(started?.status()).toBe(200);
  await expect(page.getByText('现在不能申报')).toBeVisible();
  await expect(page.getByText(/2025年3月3日 23:59 截止/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '开始填写申报书' })).toHaveCount(0);
  await context.close();
});

/** The way in that the page itself no longer offers: what the office sees in its own address. */
async function primaryLevelOf2024(page: Page): Promise<string> {
  const office = await page.context().browser()?.newContext({ baseURL: new URL(page.url()).origin });
  if (!office) throw new Error('the browser is gone');
  const staff = await office.newPage();
  await enterAs(staff, 'staff-jiangsu');
  await staff.goto('/office/cycles');
  await staff.getByRole('link', { name: /2024年/ }).click();
  const href = await staff.getByRole('link', { name: /报名条件与条款/ }).first().getAttribute('href');
  await office.close();
  return href?.split('/').at(-1) ?? '';
}
