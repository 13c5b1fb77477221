import { expect, type Page } from '@playwright/test';
import { makeScan, scanAsPdf } from '@/tests/build/make-scan';

/** Agrees, confirms, and sees the application wait for its stamp. */
export async function lockForm(page: Page, application: string): Promise<void> {
  await page.goto(`${application}/check`);
  for (const tick of await page.locator('main input[type=checkbox]').all()) await tick.check();
  await page.getByRole('button', { name: '确认信息并提交报名' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/check'));
  await page.goto(application);
  await expect(page.getByText('待上传盖章件').first()).toBeVisible();
}

export async function issuedForm(page: Page, application: string): Promise<Buffer> {
  const answer = await page.request.get(`${application}/print`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  return answer.body();
}

/** What the page says of a scan that has every page of the right version, once each has its lamp. */
export const scanIsWhole = /页齐全，版本正确，检查完毕/;

/** The unit's statement and, where the machine points something out, that it was read. */
export async function attest(page: Page): Promise<void> {
  await page.locator('input[name=attested]').check();
  const hints = page.locator('input[name=hintsSeen]');
  if ((await hints.count()) > 0) await hints.check();
  await page.getByRole('button', { name: '提交盖章件' }).click();
}

/** Printed, signed, stamped, scanned to one PDF, uploaded, attested, handed in. */
export async function handInStamped(page: Page, application: string, pdf: Buffer): Promise<void> {
  const scan = await scanAsPdf(await makeScan({ pdf, look: { dpi: 150 } }));
  await page.goto(`${application}/submit`);
  await page
    .locator('input[type=file][name=file]')
    .first()
    .setInputFiles({ name: '盖章申报书.pdf', mimeType: 'application/pdf', buffer: scan });
  await expect(page.getByText(scanIsWhole)).toBeVisible({ timeout: 180_000 });
  await attest(page);
  await page.waitForURL((url) => url.pathname === application);
}

/** At the sandbox's cashier, and back. */
export async function pay(page: Page, application: string): Promise<void> {
  await page.goto(`${application}/pay`);
  await page.getByRole('button', { name: '在本机打开收银台' }).click();
  await page.getByRole('button', { name: '确认支付' }).click();
  await page.waitForURL(/\/my\/orders\//);
  await expect(page.getByText('已支付', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
}
