import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible';

const check = '/certifications/jiangsu/check?cycle=jiangsu-demo';
const kindergartenTeacher = `${check}&category=KINDERGARTEN_TEACHER&unitRegion=32&leadsActivities=yes&certificates=NONE&hasOtherApplication=no`;

const pages = [
  '/',
  '/notices',
  '/notices/jiangsu-2025-01-20',
  '/certifications',
  '/certifications/jiangsu',
  '/certifications/jiangsu?cycle=jiangsu-2024',
  '/certifications/zhejiang',
  check,
  kindergartenTeacher,
  `${check}&category=STUDENT`,
  '/privacy',
  '/verify',
  '/verify?number=',
  '/verify/JSZJ2023DEMO0001',
  '/verify/UNKNOWN0001',
  '/about-agents',
];

for (const path of pages) {
  test(`${path} is accessible and never wider than the screen`, async ({ page }) => {
    await page.goto(path);
    await expectAccessible(page);
  });
}

test('home leads from the deadline to the levels, and shows the notice', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('timer').first()).toContainText('还剩');
  await page.getByRole('link', { name: '关于开展2024年江苏省青少年科技辅导员专业水平认证工作的补充通知' }).click();
  await expect(page.getByText('苏青科教发〔2025〕5号').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: '附件：科技辅导员专业水平认证报名流程' })).toBeVisible();
});

test('全部认证 → 江苏省 → the three levels with fee and stages', async ({ page }) => {
  await page.goto('/certifications');
  await page.getByRole('link', { name: '江苏省' }).click();
  const junior = level(page, '江苏省初级科技辅导员专业水平认证');
  await expect(junior).toContainText('¥100.00');
  await expect(junior).not.toContainText('答辩');
  await expect(level(page, '江苏省中级科技辅导员专业水平认证')).toContainText('答辩');
  await expect(level(page, '江苏省高级科技辅导员专业水平认证')).toContainText('全国协会');
  await expect(junior.getByRole('link', { name: '申报初级' })).toHaveAttribute('href', /\/apply\/start\?level=/);
});

test('a cycle that has closed says when and offers no way in', async ({ page }) => {
  await page.goto('/certifications/jiangsu?cycle=jiangsu-2024');
  await expect(page.getByText('本年度申报已经截止')).toBeVisible();
  await expect(level(page, '江苏省初级科技辅导员专业水平认证')).toContainText('申报已于 2025年3月3日 23:59 截止。');
  await expect(page.getByRole('link', { name: /^申报(初级|中级|高级)$/ })).toHaveCount(0);
});

test('the self-check says for a kindergarten teacher why not 高级, in the notice’s words', async ({ page }) => {
  await page.goto(check);
  await page.getByLabel('您属于哪一类人员？').selectOption('幼儿园教师');
  await page.getByLabel('您的工作单位（或就读的学校）在哪里？').selectOption('江苏省');
  await answer(page, '您组织或指导青少年科技教育活动吗？', '是');
  await answer(page, '您已经持有哪些有效的认证证书？', '没有');
  await answer(page, /您在本认证年度已经申报过吗？/, '否');
  await page.getByRole('button', { name: '查看结果' }).click();
  await expect(page.getByText('按您的回答，可以申报：初级、中级；不能申报：高级。')).toBeVisible();
  const senior = level(page, '江苏省高级科技辅导员专业水平认证');
  await expect(senior).toContainText('不符合：申报类别是“幼儿园教师”。');
  await expect(senior).toContainText('如果申报类别不是“幼儿园教师”或“高校科学教育相关专业在读学生”，就符合本条。');
  await expect(senior).toContainText('无法申报高级认证');
  await expect(senior.getByRole('link', { name: '申报高级' })).toHaveCount(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the self-check and the certificate check work', async ({ page }) => {
    await page.goto(check);
    await page.getByLabel('您属于哪一类人员？').selectOption('STUDENT');
    await page.getByRole('button', { name: '查看结果' }).click();
    await expect(page.getByText('还缺少几个回答')).toBeVisible();
    await page.goto('/verify');
    await page.getByLabel('证书编号').fill(' jszj2023demo0001 ');
    await page.getByRole('button', { name: '查询' }).click();
    await expect(page).toHaveURL(/\/verify\/JSZJ2023DEMO0001$/);
    await expect(page.getByText('周*例')).toBeVisible();
    await expect(page.getByText('周示例')).toHaveCount(0);
  });
});

test('a number that nobody issued is answered as such', async ({ page }) => {
  const response = await page.goto('/verify/UNKNOWN0001');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: '没有查到这份证书' })).toBeVisible();
});

const level = (page: Page, name: string) => page.getByRole('region', { name });

const answer = (page: Page, question: string | RegExp, choice: string) =>
  page.getByRole('group', { name: question }).getByLabel(choice, { exact: true }).check();
