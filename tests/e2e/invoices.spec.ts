import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { pdfSaying, xmlSaying, zipOf } from '@/tests/build/invoice-files';
import { expectAccessible } from './accessible';
import { fillForm, startPrimary } from './journey/form';
import { lockForm } from './journey/paper';
import { enterAs, newPerson, register } from './journey/person';

const school = '示例市第一中学（演示）';

test.setTimeout(300_000);

test('an invoice is asked for, amended, taken, issued, reversed and asked for anew', { tag: '@desktop' }, async ({ page, browser }) => {
  await register(page, newPerson('韩示例'));
  const application = await startPrimary(page, 'jiangsu-demo');
  await fillForm(page, application, school);
  await lockForm(page, application);
  await asks(page);
  await pays(page, application);

  const office = await (await browser.newContext()).newPage();
  await enterAs(office, 'finance-jiangsu');
  await saysWhatIsSold(office);
  const serial = await takes(office);
  const number = aNumber();
  await tells(office, `${serial}\t示例\t${number}`);
  await page.goto('/my/invoices');
  await expect(page.getByText('已开', { exact: true })).toBeVisible();
  await expect(page.getByText(`发票号码 ${number}`)).toBeVisible();
  await givesFiles(office, number);
  await getsPdf(page, number);
  await expectAccessible(page);

  await wantsAnother(page);
  await office.goto(`/office/finance/invoices/${serial}`);
  await office.getByLabel('红字发票号码').fill(aNumber());
  await expectAccessible(office);
  await office.getByRole('button', { name: '登记已红冲' }).click();
  await expect(office.getByText('红字发票已登记，并已通知付款人。')).toBeVisible();
  await page.goto('/my/invoices');
  await expect(page.getByText('已红冲', { exact: true })).toBeVisible();
  await expect(page.getByText('示例市青少年科技馆')).toHaveCount(2);
  await expect(page.getByText('未开', { exact: true })).toBeVisible();

  await letsThePlatformIssue(office);
  await comesByItself(page);
  await takenBackByItself(page);
});

let issued = Date.now() % 1e9;
const aNumber = (): string => `2532200${String(++issued).padStart(13, '0')}`;

/** Before the payment: the notice's “1” is no title, and the amount is 0.00. */
async function asks(page: Page): Promise<void> {
  await page.goto('/my/orders');
  await page.getByRole('link', { name: '申请和查看发票' }).click();
  await page.getByRole('link', { name: '申请发票' }).click();
  await page.getByLabel('发票类型').selectOption({ label: '个人' });
  await page.getByLabel('发票抬头').fill('1');
  await page.getByLabel('接收邮箱').fill('han@example.com');
  await expectAccessible(page);
  await page.getByRole('button', { name: '提交申请' }).click();
  await expect(page.getByText('请填写完整的名称').first()).toBeVisible();
  await page.getByLabel('发票抬头').fill('韩示例');
  await page.getByRole('button', { name: '提交申请' }).click();
  await expect(page.getByText('发票已申请。')).toBeVisible();
  await expect(page.getByText('¥0.00')).toBeVisible();
  await page.getByRole('link', { name: '修改' }).click();
  await page.getByLabel('接收邮箱').fill('han.new@example.com');
  await page.getByRole('button', { name: '保存修改' }).click();
  await expect(page.getByText('发票申请已修改。')).toBeVisible();
  await expect(page.getByText('han.new@example.com').first()).toBeVisible();
}

async function pays(page: Page, application: string): Promise<void> {
  await page.goto(`${application}/pay`);
  await page.getByRole('button', { name: '显示付款二维码' }).click();
  const cashier = await page.getByRole('link', { name: '在本机打开收银台' }).getAttribute('href');
  const desk = await page.context().newPage();
  await desk.goto(cashier ?? '');
  await desk.getByRole('button', { name: '确认支付' }).click();
  await desk.close();
  await expect(page.getByText('订单已支付').first()).toBeVisible();
}

async function saysWhatIsSold(office: Page): Promise<void> {
  await office.goto('/office/finance/invoices');
  const settings = office.getByLabel('项目名称');
  if (!(await settings.isVisible())) await office.getByText('开票设置', { exact: true }).click();
  await settings.fill('*示例服务*认证费');
  await office.getByLabel('商品和服务税收分类编码').fill('1234567890123456789');
  await office.getByLabel('税率').fill('免税');
  await office.getByRole('button', { name: '保存设置' }).click();
  await expect(office.getByText('开票设置已保存')).toBeVisible();
}

/** Answers with the serial that stands in the spreadsheet. */
async function takes(office: Page): Promise<string> {
  await office.getByRole('button', { name: /^取出 \d+ 张$/ }).click();
  await expect(office.getByText(/已取出 \d+ 张/)).toBeVisible();
  await expectAccessible(office);
  const coming = office.waitForEvent('download');
  await office.getByRole('link', { name: '下载表格（XLSX）' }).click();
  const file = await (await coming).path();
  const { sheets } = await readXlsx(new Uint8Array(await readFile(file)));
  const row = sheets[0]?.rows.find((cells) => cells.includes('韩示例'));
  expect(row).toEqual(expect.arrayContaining(['电子普通发票', '个人', 'han.new@example.com', '*示例服务*认证费', '免税', 100]));
  return String(row?.[0]);
}

async function tells(office: Page, lines: string): Promise<void> {
  await office.goto('/office/finance/invoices?view=issuing');
  await office.getByText('登记开票结果', { exact: true }).click();
  await office.getByLabel('税务客户端的开票结果').fill(lines);
  await office.getByRole('button', { name: '登记结果' }).click();
  await expect(office.getByText(/已开 1 张/)).toBeVisible();
}

async function givesFiles(office: Page, number: string): Promise<void> {
  await office.goto('/office/finance/invoices?view=unfiled');
  await expect(office.getByText(number)).toBeVisible();
  await office.getByText('上传已开发票的文件', { exact: true }).click();
  const files = zipOf([[`${number}.pdf`, await pdfSaying(number)], [`${number}.xml`, xmlSaying(number)]]);
  await office.getByLabel('从税务客户端下载的发票文件').setInputFiles({ name: 'issued.zip', mimeType: 'application/zip', buffer: files });
  await expectAccessible(office);
  await office.getByRole('button', { name: '上传文件' }).click();
  await expect(office.getByText('收下 2 个文件，属于 1 张发票，已发到付款人填写的邮箱。')).toBeVisible();
}

async function getsPdf(page: Page, number: string): Promise<void> {
  await page.reload();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载发票 PDF' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe(`发票_${number}_韩示例.pdf`);
  expect((await readFile(await file.path())).toString('latin1', 0, 5)).toBe('%PDF-');
}

async function wantsAnother(page: Page): Promise<void> {
  await page.getByRole('link', { name: '红冲或重开' }).click();
  await page.locator('#replace-reason').fill('应开给单位');
  await page.getByLabel('发票类型').selectOption({ label: '事业单位' });
  await page.getByLabel('发票抬头').fill('示例市青少年科技馆');
  await expectAccessible(page);
  await page.getByRole('button', { name: '申请红冲并重开' }).click();
  await expect(page.getByText('红冲重开已申请')).toBeVisible();
  await expect(page.getByText('红冲中', { exact: true })).toBeVisible();
}

/** The new invoice: nobody carries a spreadsheet any more. The next association's clerk finds the settings as they were. */
async function letsThePlatformIssue(office: Page): Promise<void> {
  await office.goto('/office/finance/invoices');
  await choosesWay(office, '税务平台');
  await office.getByRole('button', { name: /^开具 \d+ 张$/ }).click();
  await expect(office.getByText(/已交给税务平台开具 \d+ 张/)).toBeVisible();
  await expect(office.getByRole('link', { name: '下载表格（XLSX）' })).toHaveCount(0);
  await expectAccessible(office);
  await office.goto('/office/finance/invoices');
  await choosesWay(office, '税务客户端（表格）');
}

async function choosesWay(office: Page, way: string): Promise<void> {
  await office.getByText('开票设置', { exact: true }).click();
  await office.getByRole('radio', { name: way }).check();
  await office.getByLabel('本协会的纳税人识别号').fill('12320100DEM0000010');
  await office.getByRole('button', { name: '保存设置' }).click();
  await expect(office.getByText('开票设置已保存')).toBeVisible();
}

async function comesByItself(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto('/my/invoices');
    await expect(page.getByRole('link', { name: '下载发票 OFD' })).toHaveCount(1, { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByText('已开', { exact: true })).toBeVisible();
}

async function takenBackByItself(page: Page): Promise<void> {
  await page.getByRole('link', { name: '红冲或重开' }).click();
  await page.getByText('只红冲，不再开票', { exact: true }).click();
  await page.locator('#only-reason').fill('不再需要');
  await page.getByRole('button', { name: '申请红冲', exact: true }).click();
  await expect(page.getByText('红冲已申请')).toBeVisible();
  await expect(async () => {
    await page.goto('/my/invoices');
    await expect(page.getByText('已红冲', { exact: true })).toHaveCount(2, { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
}
