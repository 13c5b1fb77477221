import { expect, test } from '@playwright/test';

test('the health page says that web and database work', async ({ request }) => {
  const response = await request.get('/api/health');
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok' });
});

test('Chinese letters are drawn, and not as boxes that are all alike', async ({ page }) => {
  await page.setContent('<p style="font: 100px sans-serif"><span id="a">青</span><span id="b">少</span></p>');
  const [first, second] = await Promise.all([page.locator('#a').screenshot(), page.locator('#b').screenshot()]);
  expect(first.equals(second)).toBe(false);
});
