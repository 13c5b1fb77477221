import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from '../../scripts/bootstrap/fingerprint.mjs';

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fingerprint-'));
  write('app/page.tsx', 'one');
});

afterEach(() => fs.rmSync(folder, { recursive: true }));

test('the same source has the same fingerprint', () => {
  expect(print()).toBe(print());
});

test.each([
  ['a changed file', () => write('app/page.tsx', 'two')],
  ['a new file', () => write('app/my/page.tsx', '')],
  ['a renamed file', () => fs.renameSync(path.join(folder, 'app/page.tsx'), path.join(folder, 'app/route.tsx'))],
  ['a changed setting', () => write('next.config.ts', 'x')],
])('%s asks for a new build', (_, change) => {
  const before = print();
  change();
  expect(print()).not.toBe(before);
});

test.each(['app/page.test.tsx', 'app/generated/client.ts', 'app/.hidden', 'docs/notes.md'])(
  '%s asks for none',
  (file) => {
    const before = print();
    write(file, 'x');
    expect(print()).toBe(before);
  },
);

const print = () => fingerprint(folder, ['app', 'next.config.ts']);

function write(file: string, content: string) {
  const target = path.join(folder, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, content);
}
