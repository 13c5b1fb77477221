import type { Browser, Page } from '@playwright/test';
import { makeScan, scanAsPdf } from '@/tests/build/make-scan';
import { fillByPosting, startPrimary } from './journey/form';
import { attest, issuedForm, scanIsWhole } from './journey/paper';
import { codeSentTo, newPerson, type NewPerson } from './journey/person';
import { expect, test } from './start-product';

const school = '示例市第一中学（演示）';
const wechat =
  'Mozilla/5.0 (Linux; Android 14; ExamplePhone) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50';

test.setTimeout(300_000);
test.use({ javaScriptEnabled: false });

test('a browser that runs no scripts registers, applies, hands in and pays', async ({ page, browser, baseURL }) => {
  const person = newPerson('褚示例');
  await registers(page, person);
  const application = await startPrimary(page, 'jiangsu-demo');
  await fillByPosting(page, application, school);
  await page.goto(application);
  await expect(page.getByText('各部分都已填好', { exact: false }).first()).toBeVisible();

  await page.goto(`${application}/check`);
  for (const tick of await page.locator('main input[type=checkbox]').all()) await tick.check();
  await page.getByRole('button', { name: '确认信息并提交报名' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/check'));
  await page.goto(application);
  await expect(page.getByText('待上传盖章件').first()).toBeVisible();

  await leavesWechat(page, browser, { url: baseURL ?? '', application });
  await handsIn(page, application);
  await pays(page, application);
});

/** The code comes by posting the form, which keeps what was typed. */
async function registers(page: Page, person: NewPerson): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('手机号').fill(person.mobile);
  await page.getByLabel('姓名').fill(person.name);
  await page.getByLabel('证件号码').fill(person.idNumber);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await expect(page.getByText(/验证码已发送/).first()).toBeVisible();
  await expect(page.getByLabel('姓名')).toHaveValue(person.name);
  await page.getByLabel('短信验证码').fill(await codeSentTo(page, person.mobile));
  await page.getByLabel('设置密码').fill(person.password);
  for (const tick of await page.locator('form input[type=checkbox]').all()) await tick.check();
  await page.getByRole('button', { name: '注册', exact: true }).click();
  await expect(page.getByRole('button', { name: '退出' }).first()).toBeAttached();
}

interface Whose {
  url: string;
  application: string;
}

/** The same person inside WeChat, where a PDF can be neither kept nor printed. */
async function leavesWechat(page: Page, browser: Browser, { url, application }: Whose): Promise<void> {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ baseURL: url, storageState, userAgent: wechat, javaScriptEnabled: false });
  const phone = await context.newPage();
  await phone.goto(`${application}/print`);
  await expect(phone.getByText('选择“在浏览器打开”', { exact: false })).toBeVisible();
  await expect(phone.getByRole('link', { name: /打开申报书/ })).toHaveCount(0);
  const address = `shili-${Date.now()}@example.com`;
  await phone.getByLabel('收件邮箱').fill(address);
  await phone.getByRole('button', { name: '发送到邮箱' }).click();
  await expect(phone.getByText(`已发往 ${address}`, { exact: false })).toBeVisible();
  await phone.goto(`/personas/outbox?to=${address}`);
  await expect(phone.getByText('附件：申报书 PDF')).toBeVisible();
  await context.close();
}

async function handsIn(page: Page, application: string): Promise<void> {
  const scan = await scanAsPdf(await makeScan({ pdf: await issuedForm(page, application), look: { dpi: 150 } }));
  await page.goto(`${application}/submit`);
  const picker = page.locator('input[type=file][name=file]').first();
  await picker.setInputFiles({ name: '盖章申报书.pdf', mimeType: 'application/pdf', buffer: scan });
  await page.getByRole('button', { name: '上传', exact: true }).click();
  await eventually(page, () => page.getByText(scanIsWhole).count());
  await attest(page);
  await page.waitForURL((url) => url.pathname === application);
  await expect(page.getByText('材料已提交，待缴费').first()).toBeVisible();
}

async function pays(page: Page, application: string): Promise<void> {
  await page.goto(`${application}/pay`);
  await page.getByRole('button', { name: '在本机打开收银台' }).click();
  await page.getByRole('button', { name: '确认支付' }).click();
  await page.waitForURL(/\/my\/orders\//);
  await eventually(page, () => page.getByText('已支付', { exact: true }).count());
  await page.goto(application);
  await expect(page.getByText('等待资格审查').first()).toBeVisible();
}

/** Nothing changes by itself here: the person asks for the page again. */
async function eventually(page: Page, count: () => Promise<number>): Promise<void> {
  const asked = async () => {
    const found = await count();
    if (found === 0) await page.reload();
    return found;
  };
  await expect.poll(asked, { timeout: 120_000 }).toBeGreaterThan(0);
}
