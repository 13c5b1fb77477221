import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

type Diagnostic = { category: string; location: { path: string | { file: string } } };

const lines = (count: number) => Array.from({ length: count }, (_, index) => `  console.info(${index});`).join('\n');
const functionOf = (count: number) => `export function long() {\n${lines(count)}\n}\n`;
const vitest = "import { test } from 'vitest';\n";
const playwright = "import { test } from '@playwright/test';\n";

// A house of files that each break one limit, and the rule that must say so.
const refused: [file: string, code: string, rule: string][] = [
  ['lib/exams/any.ts', 'export const paper: any = null;\n', 'noExplicitAny'],
  ['lib/exams/non-null.ts', 'export const first = (list: string[]) => list[0]!.trim();\n', 'noNonNullAssertion'],
  ['lib/exams/ignore.ts', '// @ts-ignore\nexport const paper: string = 1;\n', 'noTsIgnore'],
  ['lib/exams/setting.ts', 'export const mode = process.env.APP_MODE;\n', 'noProcessEnv'],
  ['app/setting.tsx', 'export const mode = process.env.APP_MODE;\n', 'noProcessEnv'],
  ['lib/exams/next.ts', "import { cookies } from 'next/headers';\ncookies();\n", 'noRestrictedImports'],
  ['lib/exams/silent.ts', "try {\n  JSON.parse('');\n} catch {}\n", 'noEmptyBlockStatements'],
  ['lib/exams/long-file.ts', `${lines(251)}\n`, 'noExcessiveLinesPerFile'],
  ['lib/exams/long-function.ts', functionOf(51), 'noExcessiveLinesPerFunction'],
  ['components/exam/long-component.tsx', functionOf(81), 'noExcessiveLinesPerFunction'],
  ['lib/exams/unused.ts', "import fs from 'node:fs';\n", 'noUnusedImports'],
  ['tests/cases/focused.test.ts', `${vitest}test.only('x', () => undefined);\n`, 'noFocusedTests'],
  ['tests/cases/skipped.test.ts', `${vitest}test.skip('x', () => undefined);\n`, 'noSkippedTests'],
  [
    'tests/e2e/sleeping.spec.ts',
    `${playwright}test('x', async ({ page }) => {\n  await page.waitForTimeout(1);\n});\n`,
    'noPlaywrightWaitForTimeout',
  ],
];

const allowed: [file: string, code: string][] = [
  ['lib/env.ts', 'export const mode = process.env.APP_MODE;\n'],
  ['lib/web/session.ts', "import { cookies } from 'next/headers';\ncookies();\n"],
  ['app/page.tsx', "import { headers } from 'next/headers';\nheaders();\n"],
  ['lib/exams/fits.ts', functionOf(48)],
  ['components/exam/fits.tsx', functionOf(78)],
];

const house = fs.mkdtempSync(path.join(os.tmpdir(), 'limits-'));
let found: Map<string, string[]>;

beforeAll(() => {
  fs.copyFileSync('biome.json', path.join(house, 'biome.json'));
  for (const [file, code] of [...refused, ...allowed]) {
    fs.mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
    fs.writeFileSync(path.join(house, file), code);
  }
  found = lint();
});

afterAll(() => fs.rmSync(house, { recursive: true }));

test.each(refused)('%s is refused', (file, _, rule) => {
  expect(found.get(file)).toContain(rule);
});

test.each(allowed)('%s is left in peace', (file) => {
  expect(found.get(file)).toBeUndefined();
});

function lint() {
  const biome = [
    path.resolve('node_modules/@biomejs/biome/bin/biome'),
    'lint',
    '--reporter=json',
    '--max-diagnostics=200',
  ];
  const { stdout } = spawnSync(process.execPath, biome, { cwd: house, encoding: 'utf8' });
  const rules = new Map<string, string[]>();
  for (const { category, location } of JSON.parse(stdout).diagnostics as Diagnostic[]) {
    const file = typeof location.path === 'string' ? location.path : location.path.file;
    rules.set(file, [...(rules.get(file) ?? []), category.split('/').at(-1) ?? category]);
  }
  return rules;
}
