import fs from 'node:fs';
import { expect, test } from 'vitest';

type Package = { version?: string; integrity?: string; resolved?: string; link?: boolean };
type Lockfile = { packages: Record<string, Package> };

const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8'));
const direct: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies };
const lockfiles = ['package-lock.json', 'scripts/bootstrap/node/package-lock.json'];

test('every direct dependency is pinned to one version', () => {
  expect(Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('there are at most 60 direct dependencies', () => {
  expect(Object.keys(direct).length).toBeLessThanOrEqual(60);
});

test.each(lockfiles)('%s knows the hash of every package and the address of none', (file) => {
  const { packages }: Lockfile = JSON.parse(fs.readFileSync(file, 'utf8'));
  const installed = Object.entries(packages).filter(([name]) => name !== '');
  expect(installed.length).toBeGreaterThan(0);
  expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([name]) => name)).toEqual([]);
  expect(installed.filter(([, { resolved }]) => resolved).map(([name]) => name)).toEqual([]);
});

test('package.json and its lockfile ask for the same', () => {
  const { packages }: Lockfile = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
  expect(packages['']).toMatchObject({
    dependencies: manifest.dependencies,
    devDependencies: manifest.devDependencies,
  });
});

test('no package may run a script when it is installed', () => {
  expect(Object.values(manifest.allowScripts)).not.toContain(true);
});
