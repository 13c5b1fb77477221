import { readdirSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Caller, callers, pageAccess } from '@/tests/build/access/page-access';
import { routeOf } from '@/tests/build/access/route-of';
import { addressIn } from './access/address';
import { buildHouse } from './access/house';
import { expectAccessible } from './accessible';

type StorageState = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

const pages = new Set(
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map(routeOf),
);

/** Files and data are none; the gallery shows whole pages as samples. */
const isPage = (route: string) => pages.has(route) && route !== '/personas/gallery';

test('every page there is can be used by everybody who may open it, on a phone @phone', async ({ browser }) => {
  test.setTimeout(600_000);
  const house = await buildHouse(browser);
  const faults: string[] = [];
  for (const [caller, routes] of Object.entries(routesByCaller())) {
    const page = await pageOf(browser, await house.as[caller as Caller].storageState());
    for (const route of routes) faults.push(...(await faultsOn(page, addressIn(house, route), route)));
    await page.context().close();
  }
  expect(faults).toEqual([]);
});

/** Each page once, by the first person who gets it. */
function routesByCaller(): Partial<Record<Caller, string[]>> {
  const found: Partial<Record<Caller, string[]>> = {};
  for (const [key, { answers }] of Object.entries(pageAccess)) {
    const [method, route = ''] = key.split(' ');
    const caller = callers.find((candidate) => answers[candidate] === 200);
    if (method !== 'GET' || !caller || !isPage(route)) continue;
    found[caller] = [...(found[caller] ?? []), route];
  }
  return found;
}

async function pageOf(browser: Browser, storageState: StorageState): Promise<Page> {
  const context = await browser.newContext({ storageState, viewport: { width: 390, height: 844 }, isMobile: true });
  return context.newPage();
}

async function faultsOn(page: Page, address: string, route: string): Promise<string[]> {
  const complaints: string[] = [];
  const note = (error: Error) => complaints.push(error.message);
  page.on('pageerror', note);
  await page.goto(address);
  await expectAccessible(page).catch(note);
  page.off('pageerror', note);
  return complaints.map((complaint) => `${route}: ${complaint.slice(0, 400)}`);
}
