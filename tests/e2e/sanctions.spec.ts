import { randomInt } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { expectAccessible } from './accessible';
import { startPrimary } from './journey/form';
import { oneRow, type OwnUnit, ownUnit, somebodyAs } from './journey/grants';
import { enterAs } from './journey/person';

test.setTimeout(240_000);

const surname = (): string => `限${Array.from({ length: 4 }, () => String.fromCodePoint(0x4e00 + randomInt(5000))).join('')}`;

/** A colleague who has handed in everything and waits for the review. */
async function waitingColleague(browser: Browser, unit: OwnUnit): Promise<{ page: Page; application: string }> {
  const page = await somebodyAs(browser, surname(), null);
  const application = await startPrimary(page, 'jiangsu-demo');
  await oneRow(
    `UPDATE "Application" SET status = 'COMPLETE', "levelFrozenAt" = now(), "completedAt" = now(), "hasPayment" = true,
       "hasMaterials" = true, "unitId" = $2 WHERE id = $1 RETURNING id`,
    [application.split('/').at(-1), unit.id],
  );
  return { page, application };
}

/** Each person at a device of his own. */
async function persona(browser: Browser, slug: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await enterAs(page, slug);
  return page;
}

async function propose(page: Page, unit: OwnUnit): Promise<string> {
  await page.goto(`/office/units/${unit.id}`);
  await page.getByRole('link', { name: '提出取消申报资格' }).click();
  await expectAccessible(page);
  const noise = { type: 'gaussian', mean: 190, sigma: 15 } as const;
  const buffer = await sharp({ create: { width: 800, height: 1100, channels: 3, background: '#dde', noise } }).png().toBuffer();
  await page.getByLabel('选择文件：第一步：上传证据').setInputFiles({ name: '书面答复.png', mimeType: 'image/png', buffer });
  await expect(page.getByText('随附上面的 1 份证据。')).toBeVisible();
  await page.getByLabel('查实的情况').fill('该单位出具的两份获奖证明，主办单位书面答复从未颁发，编号也不存在。');
  await page.getByRole('button', { name: '提交审批' }).click();
  await page.waitForURL(/\/office\/sanctions\/[0-9a-f-]{36}/);
  await expect(page.getByText('须由另一位工作人员决定').first()).toBeVisible();
  return new URL(page.url()).pathname;
}

test('a unit is barred by two people, objects, and is let off by a third; its people wait and go on', async ({ browser }) => {
  const unit = await ownUnit();
  const colleague = await waitingColleague(browser, unit);
  const admin = await somebodyAs(browser, surname(), { role: 'UNIT_ADMIN', unitId: unit.id });
  const [jiangsu, national] = [await persona(browser, 'staff-jiangsu'), await persona(browser, 'staff-national')];
  const sanction = await propose(jiangsu, unit);

  await test.step('the second person sees whom it touches, and decides', async () => {
    await national.goto(`/office/sanctions?q=${encodeURIComponent(unit.name)}`);
    await expectAccessible(national);
    await national.getByRole('link', { name: unit.name }).click();
    await expect(national.getByText('进行中的申报 1 份')).toBeVisible();
    await expectAccessible(national);
    await national.getByLabel('决定文号').fill('示例协会〔2025〕7号');
    await national.getByRole('button', { name: '批准，取消三年内申报资格' }).click();
    await expect(national.getByText('请先查看受影响的人员和申报，再勾选。').first()).toBeVisible();
    await national.getByRole('checkbox', { name: /^我已查看上面的名单/ }).check();
    await national.getByRole('button', { name: '批准，取消三年内申报资格' }).click();
    await expect(national.getByText('生效中').first()).toBeVisible();
    await expectAccessible(national);
  });

  await test.step('the colleague reads why he waits', async () => {
    await colleague.page.goto(colleague.application);
    await expect(colleague.page.getByText('暂停处理').first()).toBeVisible();
    await expectAccessible(colleague.page);
  });

  await test.step('the staff who answer for it can decide about it alone', async () => {
    await jiangsu.goto(`/office/applications/${colleague.application.split('/').at(-1)}`);
    await expect(jiangsu.getByText('因所在单位被取消申报资格，暂停处理')).toBeVisible();
    await expectAccessible(jiangsu);
    await jiangsu.goto(`/office/units/${unit.id}`);
    await expectAccessible(jiangsu);
  });

  await test.step('the unit reads the decision and objects', async () => {
    await admin.goto('/unit');
    await expectAccessible(admin);
    await admin.getByRole('link', { name: '查看决定，提出申诉' }).click();
    await expectAccessible(admin);
    await admin.getByLabel('申诉的理由和事实').fill('两份证明均由主办单位补发，主办单位已出具书面说明，请予复核。');
    await admin.getByRole('button', { name: '提交申诉' }).click();
    await expect(admin.getByText('申诉已提交').first()).toBeVisible();
  });

  await test.step('a third person decides, and everything goes on', async () => {
    const third = await somebodyAs(browser, surname(), { role: 'REVIEWER', associationId: 'jiangsu' });
    await third.goto(sanction);
    await expectAccessible(third);
    await third.getByRole('radio', { name: /^申诉成立/ }).check();
    await third.getByLabel('理由', { exact: true }).fill('主办单位书面确认补发属实。');
    await third.getByRole('button', { name: '保存决定' }).click();
    await expect(third.getByText('已解除').first()).toBeVisible();
    await colleague.page.goto(colleague.application);
    await expect(colleague.page.getByText('等待资格审查').first()).toBeVisible();
    await admin.goto('/unit');
    await expect(admin.getByText('本单位被取消三年内认证申报资格')).toHaveCount(0);
  });
});
