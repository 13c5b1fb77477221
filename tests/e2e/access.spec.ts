import { type APIRequestContext, type APIResponse, expect, test } from '@playwright/test';
import { type Answer, type Caller, callers, pageAccess } from '@/tests/build/access/page-access';
import { addressIn } from './access/address';
import { buildHouse, type House } from './access/house';

// One worker for all of it: the house is built once.
test.describe.configure({ mode: 'default', timeout: 300_000 });

let house: House;
test.beforeAll(async ({ browser }) => {
  house = await buildHouse(browser);
});

const addressOf = (route: string): string => addressIn(house, route);

interface Asking {
  method: string;
  path: string;
  headers?: Record<string, string>;
}

function ask(context: APIRequestContext, { method, path, headers }: Asking): Promise<APIResponse> {
  const autosave = { section: `achievements/${house.ids.rowId}`, baseRevision: 1, values: { title: '别人写的' } };
  const data = path.endsWith('/autosave') ? autosave : undefined;
  return context.fetch(path, { method, headers, data, maxRedirects: 0 });
}

const locationOf = (response: APIResponse): string => (response.headers().location ?? '').replace(/^https?:\/\/[^/]+/, '');

function isAnswered(response: APIResponse, answer: Answer): boolean {
  if (typeof answer === 'number') return response.status() === answer;
  const isRedirect = response.status() >= 300 && response.status() < 400;
  const target = answer === 'sign-in' ? '/sign-in?next=' : answer.slice('to '.length);
  return isRedirect && locationOf(response).startsWith(target);
}

const isGiven = (answer: Answer): boolean => typeof answer === 'number' && answer < 300;

interface Cell {
  method: string;
  route: string;
  answer: Answer;
  shows?: string;
}

const cellsOf = (caller: Caller): Cell[] =>
  Object.entries(pageAccess).map(([key, { answers, shows }]) => {
    const [method = '', route = ''] = key.split(' ');
    return { method, route, answer: answers[caller], shows };
  });

async function faultsOf(response: APIResponse, { answer, shows }: Cell, caller: Caller): Promise<string[]> {
  const body = await response.text();
  const secrets = caller === 'owner' ? [] : house.secrets;
  const leaks = isGiven(answer) ? [] : [...secrets, ...(shows ? [shows] : [])].filter((words) => body.includes(words));
  const given = { ...response.headers() };
  return [
    isAnswered(response, answer) ? '' : `answered ${response.status()} ${locationOf(response)} instead of ${answer}`,
    isGiven(answer) && shows && !body.includes(shows) ? `does not show ${shows}` : '',
    leaks.length > 0 ? `shows ${leaks.join()}` : '',
    /Cipher|passwordHash|phoneIndex/.test(body) ? 'sends what only the database should hold' : '',
    given['x-content-type-options'] === 'nosniff' ? '' : 'may be sniffed',
    given['x-frame-options'] === 'DENY' && given['content-security-policy'] ? '' : 'has no policy',
    given['referrer-policy'] === 'same-origin' ? '' : 'tells others where somebody was',
    /no-store/.test(given['cache-control'] ?? '') || response.status() >= 300 || response.status() === 204 ? '' : 'may be kept in a cache',
  ].filter(Boolean);
}

for (const caller of callers) {
  test(`${caller} gets exactly what the table says @desktop`, async () => {
    const faults: string[] = [];
    for (const cell of cellsOf(caller)) {
      const response = await ask(house.as[caller], { method: cell.method, path: addressOf(cell.route) });
      for (const fault of await faultsOf(response, cell, caller)) faults.push(`${cell.method} ${cell.route}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });
}

const encoded = (path: string, times: number): string =>
  path.replace(/[a-z]/g, (letter) => `%${'25'.repeat(times - 1)}${letter.charCodeAt(0).toString(16)}`);

/** The same page asked for in ways that have led past a guard in one framework or another. */
const detours: Record<string, (path: string) => Omit<Asking, 'method'>> = {
  'as data of the framework': (path) => ({ path, headers: { RSC: '1' } }),
  'ahead of time': (path) => ({ path, headers: { RSC: '1', 'Next-Router-Prefetch': '1' } }),
  'in segments': (path) => ({
    path,
    headers: { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  }),
  'by its suffix': (path) => ({ path: path.replace(/(?=\?|$)/, '.rsc') }),
  'by its segment': (path) => ({ path: path.replace(/(?=\?|$)/, '.segments/_tree.segment.rsc') }),
  'as a subrequest': (path) => ({
    path,
    headers: { 'x-middleware-subrequest': Array.from({ length: 5 }, () => 'proxy').join(':') },
  }),
  'rewritten': (path) => ({ path: '/', headers: { 'x-middleware-rewrite': path, 'x-original-url': path, 'x-rewrite-url': path } }),
  'from another host': (path) => ({ path, headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' } }),
  'by data of pages': (path) => ({ path: `/_next/data/build${path}.json` }),
  'encoded': (path) => ({ path: encoded(path, 1) }),
  'encoded twice': (path) => ({ path: encoded(path, 2) }),
  // A whole address: a path that begins with two slashes would name another host.
  'with a slash': (path) => ({ path: `${process.env.E2E_URL}/${path}` }),
};

for (const caller of ['nobody', 'stranger', 'other-staff'] as const) {
  test(`${caller} gets no more by a detour @desktop`, async () => {
    const faults: string[] = [];
    for (const cell of cellsOf(caller).filter(({ answer, method }) => method === 'GET' && !isGiven(answer))) {
      for (const [how, detour] of Object.entries(detours)) {
        const response = await ask(house.as[caller], { method: 'GET', ...detour(addressOf(cell.route)) });
        const body = await response.text();
        const words = [...house.secrets, ...(cell.shows ? [cell.shows] : [])];
        if (words.some((secret) => body.includes(secret))) faults.push(`${cell.route} ${how}: shows what it should not`);
        if (response.status() >= 500) faults.push(`${cell.route} ${how}: ${response.status()}`);
        if (locationOf(response).includes('evil.example')) faults.push(`${cell.route} ${how}: leads away`);
      }
    }
    expect(faults).toEqual([]);
  });
}

test('ids that are none are not there, for staff and applicants alike @desktop', async () => {
  const faults: string[] = [];
  for (const caller of ['owner', 'staff', 'finance', 'auditor', 'sysadmin'] as const) {
    for (const key of Object.keys(pageAccess).filter((name) => name.startsWith('GET /') && name.includes('['))) {
      const route = key.slice('GET '.length);
      for (const broken of ['x', '-'.repeat(36), '00000000-0000-4000-8000-000000000000', '%27%20OR%201=1--', '%E0%A4%A', '__proto__']) {
        const path = route.replace(/\[[^\]]*\]/g, broken);
        const response = await ask(house.as[caller], { method: 'GET', path });
        if (response.status() >= 500) faults.push(`${caller} ${path}: ${response.status()}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test('a form of another site changes nothing @desktop', async () => {
  const { owner } = house.as;
  const origin = 'https://evil.example';
  const headers = { origin, 'sec-fetch-site': 'cross-site' };
  const autosave = `/apply/${house.ids.applicationId}/autosave`;
  expect((await ask(owner, { method: 'POST', path: autosave, headers })).status()).toBe(403);
  expect((await ask(owner, { method: 'POST', path: '/api/uploads/form', headers })).status()).toBe(403);
  const form = await (await owner.get('/personas/sysadmin')).text();
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)];
  const multipart = Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]));
  expect(Object.keys(multipart).some((name) => name.startsWith('$ACTION'))).toBe(true);
  const forged = await owner.post('/personas/sysadmin', { multipart, headers: { origin }, maxRedirects: 0 });
  expect(forged.headers()['set-cookie'] ?? '').not.toContain('session-token');
  expect((await owner.get('/office/people', { maxRedirects: 0 })).status()).toBe(404);
});
