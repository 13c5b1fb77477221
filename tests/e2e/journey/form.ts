import { expect, type Page } from '@playwright/test';
import { portrait } from '@/tests/build/portrait';

type Typed = Record<string, string>;

/** Chooses the level on the catalogue page and starts; returns the path of the application. */
export async function startPrimary(page: Page, cycle: string): Promise<string> {
  await page.goto(`/certifications/jiangsu?cycle=${cycle}`);
  await page.getByRole('link', { name: '申报初级' }).click();
  await page.getByRole('button', { name: '开始填写申报书' }).click();
  await page.waitForURL(/\/apply\/[0-9a-f-]{36}/);
  const [path] = /\/apply\/[0-9a-f-]{36}/.exec(page.url()) ?? [];
  if (!path) throw new Error(`not an application: ${page.url()}`);
  return path;
}

/** What a browser does by scripts, or by posting plain forms. */
interface Ways {
  uploadPhoto: (page: Page, path: string) => Promise<void>;
  chooseUnit: (page: Page, path: string, unit: string) => Promise<void>;
  uploadEvidence: (page: Page) => Promise<void>;
}

/** Every section of a secondary-school teacher. */
export const fillForm = (page: Page, application: string, unit: string): Promise<void> =>
  fill(page, { application, unit, ways: { uploadPhoto, chooseUnit, uploadEvidence } });

/** The same in a browser that runs no scripts. */
export const fillByPosting = (page: Page, application: string, unit: string): Promise<void> =>
  fill(page, { application, unit, ways: { uploadPhoto: postPhoto, chooseUnit: postUnit, uploadEvidence: postEvidence } });

interface Filling {
  application: string;
  unit: string;
  ways: Ways;
}

async function fill(page: Page, { application, unit, ways }: Filling): Promise<void> {
  const section = (slug: string) => `${application}/form/${slug}`;
  await ways.uploadPhoto(page, section('identity'));
  await saveSection(page, section('category'), { category: 'SECONDARY_SCHOOL_TEACHER', post: '高中物理' });
  await ways.chooseUnit(page, section('unit'), unit);
  await addRow(page, section('education'), { education: 'BACHELOR', school: '示例师范大学', graduatedOn: '2012-06' });
  await saveSection(page, section('education'), { highestEducation: 'BACHELOR' });
  await addRow(page, section('work'), { from: '2012-08', unit, post: '物理教师' });
  await addRow(page, section('work'), { from: '2014-01', to: '2015-06', unit: '示例市青少年科技馆', post: '兼职辅导员' });
  await saveSection(page, section('work'), { counselorSince: '2016-09' });
  for (const slug of ['certificates', 'training']) await saveSection(page, section(slug), { hasNothing: 'yes' });
  await addRow(page, section('activities'), {
    title: '亲子水火箭制作与发射',
    from: '2023-05',
    audience: '初二 6 个班，240 人',
    role: '策划与主讲',
    effect: '学生独立完成设计、制作与三次改进。',
  });
  await addRow(page, section('achievements'), {
    kind: 'STUDENT_CONTEST_AWARD',
    title: '示例省青少年科技创新大赛',
    level: 'PROVINCE',
    grade: '一等奖',
    issuer: '示例省科学技术协会',
    date: '2023-08',
    rank: '1',
  });
  await ways.uploadEvidence(page);
}

async function saveSection(page: Page, path: string, typed: Typed): Promise<void> {
  await page.goto(path);
  await type(page, typed);
  await page.getByRole('button', { name: '保存并继续' }).click();
  await page.waitForURL((url) => url.pathname !== path);
}

async function addRow(page: Page, path: string, typed: Typed): Promise<void> {
  await page.goto(`${path}/new`);
  await type(page, typed);
  await page.locator('main button[value=continue]').first().click();
  await page.waitForURL((url) => !url.pathname.endsWith('/new'));
}

/** By the names of the inputs, as a browser sends them: lists, ticks, radios and text alike. */
async function type(page: Page, typed: Typed): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const field = page.locator(`main [name="${name}"]`);
    const kind = await field.first().evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName));
    if (kind === 'radio' || kind === 'checkbox') await page.locator(`main [name="${name}"][value="${value}"]`).check();
    else if (kind === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}

async function chooseUnit(page: Page, path: string, unit: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('combobox', { name: '所在单位（学校）' }).fill(unit.slice(0, 6));
  await page.getByRole('option', { name: unit }).first().click();
  await page.getByRole('button', { name: '保存并继续' }).click();
  await page.waitForURL((url) => url.pathname !== path);
}

async function uploadPhoto(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('input[name=photo]').setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer: await portrait() });
  await page.getByRole('button', { name: '使用这张照片' }).click();
  await expect(page.getByAltText('已上传的证件照')).toBeVisible();
}

async function uploadEvidence(page: Page): Promise<void> {
  await page.waitForURL(/\/evidence$/);
  const picker = page.locator('input[type=file][name=file]').first();
  await picker.setInputFiles({ name: '获奖证书.jpg', mimeType: 'image/jpeg', buffer: await portrait() });
  await expect(page.getByRole('listitem').filter({ hasText: '获奖证书.jpg' }).first()).toContainText(/已上传|完成/);
}

async function postPhoto(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('input[name=photo]').setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer: await portrait() });
  await page.getByRole('button', { name: '上传', exact: true }).click();
  await expect(page.getByAltText('已上传的证件照')).toBeVisible();
}

const postUnit = (page: Page, path: string, unit: string): Promise<void> => saveSection(page, path, { unitName: unit });

async function postEvidence(page: Page): Promise<void> {
  await page.waitForURL(/\/evidence$/);
  const picker = page.locator('input[type=file][name=file]').first();
  await picker.setInputFiles({ name: '获奖证书.jpg', mimeType: 'image/jpeg', buffer: await portrait() });
  await page.getByRole('button', { name: '上传', exact: true }).click();
  await expect(page.getByRole('link', { name: '获奖证书.jpg' })).toBeVisible();
}
