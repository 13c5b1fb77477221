import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const folder = 'app/personas';

it('every page of the demo is not found outside demo mode', () => {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)(page|route|layout)\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
  expect(pages.length).toBeGreaterThanOrEqual(6);
  const open = pages.filter((file) => !/if \(!env\.isDemo\b[^\n]*\) notFound\(\);/.test(readFileSync(file, 'utf8')));
  expect(open).toEqual([]);
});
