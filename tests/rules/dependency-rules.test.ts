import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rules } from '../../.dependency-cruiser.mjs';
import { dependencyViolations } from '../../scripts/testing/dependency-rules.mjs';

type Violation = { rule: string; from: string; to: string };

// A house in which every rule is broken once: the file, what it holds, and the rule that must say so.
const broken: [file: string, content: string, rule: string][] = [
  ['lib/units/first.ts', `import '@/lib/units/second';`, 'no-cycles'],
  ['lib/units/one.ts', `import type { Two } from './two'; export type One = Two;`, 'no-cycles'],
  ['lib/exams/shown.ts', `import '@/components/ui/button';`, 'lib-knows-no-screens'],
  ['components/ui/queries.tsx', `import { list } from '@/lib/units/queries'; list();`, 'components-see-plain-lib'],
  [
    'components/ui/types.tsx',
    `import type { list } from '@/lib/units/queries'; export type L = typeof list;`,
    'components-see-plain-lib',
  ],
  ['components/ui/route.tsx', `import '@/app/page';`, 'components-know-no-routes'],
  ['app/database.tsx', `import '@/lib/db/client';`, 'screens-never-touch-the-database'],
  ['app/driver.tsx', `import 'pg';`, 'screens-never-touch-the-database'],
  ['components/ui/deep.tsx', `import '@/lib/exams/schema';`, 'components-reach-no-database'],
  ['lib/kernel/clock.ts', `import '@/lib/env';`, 'kernel-stands-alone'],
  [
    'lib/exams/session.ts',
    `import type { Session } from '@/lib/web/session'; export type S = Session;`,
    'web-is-for-screens',
  ],
  ['lib/exams/pay.ts', `import '@/lib/payments/order';`, 'siblings-never-meet'],
  ['lib/units/apply.ts', `import '@/lib/applications/policy';`, 'siblings-never-meet'],
  ['lib/exams/stranger.ts', `import '@/lib/payments/sandbox/gateway';`, 'strangers-stay-outside'],
  ['app/worker.tsx', `import '@/lib/worker/main';`, 'worker-is-an-entry'],
  ['lib/exams/policy.ts', `import { readFileSync } from 'node:fs'; readFileSync('x');`, 'policy-and-tables-are-pure'],
  ['lib/units/schema.ts', `import '@/lib/db/client';`, 'policy-and-tables-are-pure'],
  ['lib/exams/cookies.ts', `import { cookies } from 'next/headers'; cookies();`, 'only-the-web-layer-knows-next'],
  ['lib/exams/driver.ts', `import pg from 'pg'; pg.types;`, 'one-door-to-the-database'],
  ['app/sign-in.tsx', `import NextAuth from 'next-auth'; NextAuth;`, 'one-door-to-sign-in'],
  ['lib/exams/builder.ts', `import '@/tests/build/exam';`, 'product-needs-no-tests'],
  ['lib/exams/check.ts', `import fc from 'fast-check'; fc.sample;`, 'product-needs-no-development-packages'],
  ['lib/exams/unlisted.ts', `import 'vite';`, 'packages-are-listed'],
  ['lib/exams/nowhere.ts', `import './not-there';`, 'imports-lead-somewhere'],
];

const rest: Record<string, string> = {
  'app/page.tsx': `import '@/components/ui/button'; import '@/lib/applications/submit'; import '@/lib/web/session';`,
  'components/ui/button.tsx': `import '@/lib/kernel/money'; import '@/lib/applications/lifecycle'; import 'next/link';`,
  'lib/applications/lifecycle.ts': 'export const statuses = {};',
  'lib/applications/policy.ts': `import './lifecycle';`,
  'lib/applications/submit.ts': `import '@/lib/payments/order'; import '@/lib/units/queries'; import './policy';`,
  'lib/db/client.ts': `import pg from 'pg'; pg.types;`,
  'lib/env.ts': '',
  'lib/exams/schema.ts': `import './question';`,
  'lib/exams/question.ts': `import '@/lib/db/client';`,
  'lib/kernel/money.ts': '',
  'lib/payments/sandbox/gateway.ts': '',
  'lib/payments/order.ts': `import '@/lib/db/client'; import '@/lib/kernel/money'; import '@/lib/units/queries';`,
  'lib/units/queries.ts': `import '@/lib/db/client'; export const list = () => [];`,
  'lib/units/second.ts': `import '@/lib/units/first';`,
  'lib/units/two.ts': `import type { One } from './one'; export type Two = One;`,
  'lib/web/session.ts': `import NextAuth from 'next-auth'; NextAuth; export type Session = string;`,
  'lib/worker/main.ts': `import '@/lib/applications/submit'; import '@/lib/payments/order';`,
  'tests/build/exam.ts': '',
};

// Inside the project, so that its packages are found.
fs.mkdirSync('.cache', { recursive: true });
const house = fs.mkdtempSync(path.resolve('.cache/house-'));
let violations: Violation[];

beforeAll(async () => {
  write('package.json', fs.readFileSync('package.json', 'utf8'));
  for (const [file, content] of broken) write(file, content);
  for (const [file, content] of Object.entries(rest)) write(file, content);
  ({ violations } = await dependencyViolations(house));
});

afterAll(() => fs.rmSync(house, { recursive: true }));

test.each(broken)('%s with %s breaks %s', (file, _, rule) => {
  expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule)).toContain(rule);
});

test('every rule is broken by some file of the house', () => {
  expect(new Set(broken.map(([, , rule]) => rule))).toEqual(new Set(rules.map(({ name }) => name)));
});

test('files that keep the rules are left in peace', () => {
  const guilty = new Set(violations.map(({ from }) => from));
  const innocent = Object.keys(rest).filter((file) => !/second|two/.test(file));
  expect(innocent.filter((file) => guilty.has(file))).toEqual([]);
});

function write(file: string, content: string) {
  const target = path.join(house, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, content);
}
