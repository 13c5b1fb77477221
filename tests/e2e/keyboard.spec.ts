import type { Page } from '@playwright/test';
import { arrowTo, press, tabTo, typeInto } from './journey/keyboard';
import { fillForm } from './journey/form';
import { newPerson, register } from './journey/person';
import { expect, test } from './start-product';

const school = '示例市第一中学（演示）';

test.setTimeout(240_000);

for (const width of [320, 390, 1280]) {
  test(`without a mouse, ${width} px wide`, { tag: '@desktop' }, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const person = newPerson('卫示例');
    await register(page, person);
    await press(page, page.getByRole('button', { name: '退出' }));
    await expect(page.getByRole('link', { name: '登录' }).first()).toBeVisible();
    await signsIn(page, person);
    const application = await starts(page);
    await choosesCategory(page, application);
    await choosesUnit(page, application);
    await fillForm(page, application, school);
    await submits(page, application);
    await opensThePicker(page, application);
    await staysInside(page);
  });
}

async function signsIn(page: Page, { mobile, password }: { mobile: string; password: string }): Promise<void> {
  await page.goto('/sign-in');
  await press(page, page.locator('.skip-link'));
  await typeInto(page, page.getByLabel('手机号或证件号码'), mobile);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: '请填写密码。' })).toBeVisible();
  // The summary has the focus; its link leads to the input.
  await press(page, page.getByRole('link', { name: '请填写密码。' }));
  await expect(page.getByLabel('密码', { exact: true })).toBeFocused();
  await page.keyboard.insertText(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '退出' }).first()).toBeAttached();
}

async function starts(page: Page): Promise<string> {
  await page.goto('/certifications/jiangsu?cycle=jiangsu-demo');
  await press(page, page.getByRole('link', { name: '申报初级' }));
  await page.waitForURL(/\/apply\/start/);
  await press(page, page.getByRole('button', { name: '开始填写申报书' }));
  await page.waitForURL(/\/apply\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
}

async function choosesCategory(page: Page, application: string): Promise<void> {
  await page.goto(application);
  await press(page, page.getByRole('link', { name: '申报类别与岗位' }));
  await page.waitForURL(/\/form\/category$/);
  const wanted = page.locator('main [name=category][value=SECONDARY_SCHOOL_TEACHER]');
  await tabTo(page, page.locator('main [name=category]').first());
  await page.keyboard.press('Space');
  await arrowTo(page, () => wanted.isChecked());
  await typeInto(page, page.locator('main [name=post]'), '高中物理');
  await press(page, page.getByRole('button', { name: '保存并继续' }));
  await page.waitForURL((url) => !url.pathname.endsWith('/category'));
}

async function choosesUnit(page: Page, application: string): Promise<void> {
  await page.goto(`${application}/form/unit`);
  const box = page.getByRole('combobox', { name: '所在单位（学校）' });
  await typeInto(page, box, school.slice(0, 6));
  await expect(page.getByRole('option', { name: school }).first()).toBeVisible();
  await arrowTo(page, async () => (await page.locator('[role=option][aria-selected=true]').allInnerTexts()).some((text) => text.includes(school)));
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue(school);
  await press(page, page.getByRole('button', { name: '保存并继续' }));
  await page.waitForURL((url) => !url.pathname.endsWith('/unit'));
}

async function submits(page: Page, application: string): Promise<void> {
  await page.goto(`${application}/check`);
  const names = ['declared', 'levelConfirmed'];
  // Advice on what was typed is to be seen before it can be passed over.
  if ((await page.locator('main input[name=acknowledged]').count()) > 0) names.unshift('acknowledged');
  for (const name of names) await press(page, page.locator(`main input[name=${name}]`), 'Space');
  await press(page, page.getByRole('button', { name: '确认信息并提交报名' }));
  await page.waitForURL((url) => !url.pathname.endsWith('/check'));
}

async function opensThePicker(page: Page, application: string): Promise<void> {
  await page.goto(`${application}/submit`);
  await tabTo(page, page.locator('input[type=file][name=file]').first());
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  expect((await chooser).isMultiple()).toBe(true);
}

/** 400 % of a screen of 1280 pixels is a window of 320: nothing is to be pushed sideways. */
async function staysInside(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}
