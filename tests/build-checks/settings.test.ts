import fs from 'node:fs';
import { expect, test } from 'vitest';
import { isSupportedNode } from '../../scripts/bootstrap/node-runtime.mjs';
import { productSettings } from '../../scripts/product/settings.mjs';

test('.env.example names every setting of lib/env.ts', () => {
  const settings = [...fs.readFileSync('lib/env.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(
    ([, name]) => name,
  );
  const named = [...fs.readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(
    ([, name]) => name,
  );
  const setByNode = ['NODE_ENV'];
  expect(settings.length).toBeGreaterThan(10);
  expect(settings.filter((name) => !named.includes(name) && !setByNode.includes(name ?? ''))).toEqual([]);
});

test('the address follows the port unless it is given', () => {
  expect(productSettings({ PORT: '4000' }).appUrl).toBe('http://127.0.0.1:4000');
  expect(productSettings({ PORT: '4000', APP_URL: 'https://example.org' }).appUrl).toBe('https://example.org');
});

test('what is left empty counts as not given', () => {
  const { port, appMode, databaseUrl } = productSettings({ PORT: '', APP_MODE: '', DATABASE_URL: '' });
  expect({ port, appMode, databaseUrl }).toEqual({ port: 3000, appMode: 'demo', databaseUrl: null });
});

test.each([
  ['20.20.2', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.21.0', true],
])('Node %s is new enough: %s', (version, isEnough) => {
  expect(isSupportedNode(version)).toBe(isEnough);
});
