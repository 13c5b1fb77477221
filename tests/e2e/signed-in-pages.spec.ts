import { test } from '@playwright/test';
import { expectAccessible } from './accessible';
import { enterAs } from './journey/person';

/** Each desk as its persona finds it, on a wide screen; every-page.spec.ts looks at them all on a phone. */
const desks: Record<string, string[]> = {
  holder: [
    '/my/certifications',
    '/my/exams',
    '/my/orders',
    '/my/invoices',
    '/my/certificates',
    '/my/messages',
    '/my/account',
    '/my/account/password',
    '/my/account/mobile',
    '/my/account/email',
    '/my/account/devices',
    '/my/account/roles',
    '/my/account/unit',
    '/my/account/privacy',
  ],
  'unit-admin': ['/unit', '/unit?view=all', '/unit/packets', '/unit/batches', '/unit/administrators'],
  'staff-jiangsu': [
    '/office/applications',
    '/office/applications?view=all',
    '/office/cycles',
    '/office/notices',
    '/office/notices/new',
    '/office/units',
    '/office/sanctions',
    '/office/units?status=orphaned',
    '/office/return-reasons',
    '/office/return-reasons/new',
    '/office/return-reasons/OTHER',
    '/office/statistics/returns',
    '/office/recovery',
    '/office/devices',
  ],
  'finance-jiangsu': ['/office/finance', '/office/finance/orders', '/office/finance/unmatched', '/office/finance/refunds', '/office/finance/bills', '/office/finance/payouts', '/office/finance/vouchers', '/office/finance/exports', '/office/finance/invoices', '/office/finance/closings', '/office/finance/closings/2025-02', '/office/cycles'],
  'staff-national': ['/office/applications', '/office/cycles', '/office/return-reasons/OTHER', '/office/return-reasons/new'],
  expert: ['/review'],
  examiner: ['/review'],
  auditor: ['/office/applications?view=all', '/office/audit', '/office/finance', '/office/notices'],
  sysadmin: ['/office/people', '/office/data-requests', '/office/trust-anchors', '/office/devices', '/office/audit'],
};

for (const [persona, paths] of Object.entries(desks)) {
  test(`the desk of ${persona} is accessible and fits the screen`, { tag: '@desktop' }, async ({ page }) => {
    await enterAs(page, persona);
    for (const path of paths) {
      await page.goto(path);
      await expectAccessible(page);
    }
  });
}

test('the pages of a cycle and a notice can be kept on any screen', async ({ page }) => {
  await enterAs(page, 'staff-jiangsu');
  await page.goto('/office/cycles');
  await page.getByRole('link', { name: /2024年/ }).click();
  await page.getByRole('heading', { level: 1, name: /2024年/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: /报名条件与条款/ }).first().click();
  await page.getByRole('heading', { level: 1, name: '初级报名条件' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('radio', { name: '申报类别不是下列任何一种' }).last().check();
  await page.getByRole('group', { name: '申报类别' }).last().waitFor();
  await expectAccessible(page);
  await page.goBack();
  await page.getByRole('link', { name: '修改时间、文字与联系人' }).click();
  await page.getByRole('heading', { level: 1, name: /^修改/ }).waitFor();
  await expectAccessible(page);
});
