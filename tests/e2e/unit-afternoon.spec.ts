import { expect, type Page, test } from '@playwright/test';
import { makeScan, scanAsPdf } from '@/tests/build/make-scan';
import { pdfTexts } from '@/tests/build/read-pdf';
import { expectAccessible } from './accessible';
import { fillForm, startPrimary } from './journey/form';
import { lockForm } from './journey/paper';
import { enterAs, type NewPerson, newPerson, register } from './journey/person';

const school = '示例市第一中学（演示）';
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 800 };

test.setTimeout(900_000);

/** Somebody of the school whose form is issued; answers with the path of the application. */
async function applicant(page: Page, person: NewPerson): Promise<string> {
  await register(page, person);
  const application = await startPrimary(page, 'jiangsu-demo');
  await fillForm(page, application, school);
  await lockForm(page, application);
  return application;
}

/** On both screens, as the person has it before him. */
async function look(page: Page): Promise<void> {
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
  }
}

const upload = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  page.locator('input[type=file][name=file]').first().setInputFiles(file);

test('the unit’s afternoon: packet, batch scan, a missing page, attested @desktop', async ({ page, browser }) => {
  const people = [newPerson('午后甲示例'), newPerson('午后乙示例')];
  const desks = await Promise.all(people.map(async () => (await browser.newContext()).newPage()));
  const applications: string[] = [];
  for (const [index, person] of people.entries()) {
    const desk = desks[index];
    if (desk) applications.push(await applicant(desk, person));
  }

  await enterAs(page, 'unit-admin');
  await page.goto('/unit/packets');
  await look(page);
  await page.getByRole('button', { name: /^全不选/ }).click();
  for (const { name } of people) await page.getByRole('checkbox', { name: new RegExp(`^选择${name}`) }).check();
  await page.getByRole('button', { name: '生成批量打印文件' }).click();
  const download = page.getByRole('link', { name: /下载 PDF/ }).first();
  await expect(download).toBeVisible({ timeout: 90_000 });
  await look(page);
  const packet = await page.request.get((await download.getAttribute('href')) ?? '');
  expect(decodeURIComponent(packet.headers()['content-disposition'] ?? '')).toContain(`盖章清单_${school}_`);
  const pdf = await packet.body();
  const texts = (await pdfTexts(pdf)).map((text) => text.replace(/\s/g, ''));
  for (const { name } of people) expect(texts[0]).toContain(name);

  const all = texts.map((_, index) => index + 1);
  const last = all.length;
  const turned = await makeScan({ pdf, pages: all.slice(1, 3), look: { quarterTurns: 2 } });
  const rest = await makeScan({ pdf, pages: [...all.slice(3, -1).reverse(), 1] });
  await page.goto('/unit/batches');
  await look(page);
  await page.getByRole('button', { name: '开始扫描上传' }).click();
  await page.waitForURL(/\/unit\/batches\/[0-9a-f-]{36}$/);
  await upload(page, { name: '整叠.pdf', mimeType: 'application/pdf', buffer: await scanAsPdf([...turned, ...rest]) });
  await expect(page.getByText(/不齐 1 份（缺 1 页）/)).toBeVisible({ timeout: 240_000 });
  await expect(page.getByRole('row', { name: /不齐/ })).toContainText(/没有找到第 \d+ 页/);
  await look(page);
  await page.getByRole('link', { name: '打印待补清单' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '待补清单' })).toBeVisible();
  await look(page);
  await page.getByRole('link', { name: '返回本批' }).click();

  const [missing = Buffer.alloc(0)] = await makeScan({ pdf, pages: [last] });
  await upload(page, { name: '补扫一页.jpg', mimeType: 'image/jpeg', buffer: missing });
  await expect(page.getByRole('button', { name: '为所选 2 份申报确认并提交' })).toBeVisible({ timeout: 240_000 });
  await expect(page.getByText(/(正在|还在)检查/)).toHaveCount(0, { timeout: 240_000 });
  await look(page);
  const hints = page.getByRole('checkbox', { name: '我已看过各页的提示，仍要提交' });
  if (await hints.isVisible()) await hints.check();
  await page.getByRole('checkbox', { name: /所在单位已逐份核实/ }).check();
  await page.getByRole('button', { name: '为所选 2 份申报确认并提交' }).click();
  await expect(page.getByText('已提交 2 份').first()).toBeVisible({ timeout: 60_000 });
  await look(page);

  for (const [index, desk] of desks.entries()) {
    await desk.goto(applications[index] ?? '');
    await expect(desk.getByText('材料已提交，待缴费').first()).toBeVisible();
    await desk.goto('/my/messages');
    await expect(desk.getByText('已由所在单位核实并提交').first()).toBeVisible();
  }
});
