import { expect, type Page, test } from '@playwright/test';
import { makeScan, scanAsPdf } from '@/tests/build/make-scan';
import { pdfTexts } from '@/tests/build/read-pdf';
import { expectAccessible } from './accessible';
import { fillForm, startPrimary } from './journey/form';
import { attest, issuedForm, lockForm, scanIsWhole } from './journey/paper';
import { newPerson, register } from './journey/person';

const school = '示例市第一中学（演示）';
const slow = { timeout: 120_000 };

test.setTimeout(480_000);

interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const upload = (page: Page, file: Upload) => page.locator('input[type=file][name=file]').first().setInputFiles(file);

async function stack(pdf: Buffer, pages: number[]): Promise<Upload> {
  return { name: '盖章申报书.pdf', mimeType: 'application/pdf', buffer: await scanAsPdf(await makeScan({ pdf, pages, look: { dpi: 150 } })) };
}

async function photo(pdf: Buffer, page: number, name: string): Promise<Upload> {
  const [buffer = Buffer.alloc(0)] = await makeScan({ pdf, pages: [page], look: { dpi: 200, jpegQuality: 70 } });
  return { name, mimeType: 'image/jpeg', buffer };
}

test('one page is sent again without the rest, and after a correction only the changed page is stamped again', async ({ page }) => {
  await register(page, newPerson('单页示例'));
  const application = await startPrimary(page, 'jiangsu-demo');
  await fillForm(page, application, school);
  await lockForm(page, application);
  const first = await issuedForm(page, application);
  const all = (await pdfTexts(first)).map((_, index) => index + 1);

  await test.step('the page that is missing comes by itself', async () => {
    await page.goto(`${application}/submit`);
    await upload(page, await stack(first, all.filter((number) => number !== 2)));
    await expect(page.getByRole('heading', { name: '还缺 1 页' })).toBeVisible(slow);
    await expectAccessible(page);
    await page.getByRole('link', { name: /^上传这一页 ?（第 2 页）$/ }).click();
    await upload(page, await photo(first, 2, 'IMG_0002.jpg'));
    await expect(page.getByText('第 2 页已换成“IMG_0002.jpg”')).toBeVisible(slow);
    await expect(page.getByText('已检查完毕，结果见下。')).toBeVisible(slow);
    await expectAccessible(page);
    await page.getByRole('link', { name: '各页已齐，去提交' }).click();
    await expect(page.getByText(scanIsWhole)).toBeVisible(slow);
  });

  await test.step('another page takes the place of the one that was there', async () => {
    await page.getByRole('link', { name: /^替换这一页 ?（第 3 页）$/ }).click();
    await upload(page, await photo(first, 3, 'IMG_0003.jpg'));
    await expect(page.getByText('第 3 页已换成“IMG_0003.jpg”')).toBeVisible(slow);
    await page.goto(`${application}/submit`);
    await expect(page.getByText(scanIsWhole)).toBeVisible(slow);
    await expect(page.getByText('第 3 页上传了不止一次，以最后一次为准。')).toBeVisible();
    await attest(page);
    await page.waitForURL((url) => url.pathname === application);
  });

  const changed = await test.step('a correction says what it costs while it is typed', async () => {
    await page.getByRole('link', { name: '修改申报书' }).click();
    await page.getByRole('button', { name: '开始修改' }).click();
    await expect(page.getByText('填写中').first()).toBeVisible();
    await page.goto(`${application}/form/category`);
    await expect(page.getByText(`不需要重新盖章：${all.length} 页的盖章都仍然有效。`)).toBeVisible();
    await page.getByLabel('任教学科或岗位').fill('高中化学与科技社团');
    const note = page.getByText(/^第 [\d、]+ 页需重新盖章，其余 \d+ 页有效。$/);
    await expect(note).toBeVisible(slow);
    const sentence = (await note.textContent()) ?? '';
    await page.goto(`${application}/check`);
    await expect(page.getByText(sentence).first()).toBeVisible();
    await expectAccessible(page);
    return (/第 ([\d、]+) 页/.exec(sentence)?.[1] ?? '').split('、').map(Number);
  });

  await test.step('only that page is printed, the old one is refused, the new one completes the form', async () => {
    await lockForm(page, application);
    await page.goto(`${application}/stamp-guide`);
    await expect(page.getByRole('link', { name: new RegExp(`只打印需要重新盖章的页（${changed.length} 页）`) })).toBeVisible();
    const part = await page.request.get(`${application}/print?pages=${changed.join(',')}`);
    expect(decodeURIComponent(part.headers()['content-disposition'] ?? '')).toContain(`_第${changed.join('、')}页.pdf`);
    expect(await pdfTexts(await part.body())).toHaveLength(changed.length);
    const number = changed[0] ?? 0;
    await page.goto(`${application}/submit/${number}`);
    await upload(page, await photo(first, number, '旧版.jpg'));
    await expect(page.getByText('刚上传的是以前版本的页，内容已经改过，不能使用；请打印现在的版本。')).toBeVisible(slow);
    await page.goto(`${application}/submit`);
    await upload(page, await stack(await issuedForm(page, application), changed));
    await expect(page.getByText(scanIsWhole)).toBeVisible(slow);
    await expect(page.getByText('沿用第 1 版的盖章件，打印内容没有变化').first()).toBeVisible();
    await expectAccessible(page);
    await attest(page);
    await page.waitForURL((url) => url.pathname === application);
    await expect(page.getByText('材料已提交，待缴费').first()).toBeVisible();
  });
});
