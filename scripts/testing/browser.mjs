import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import zlib from 'node:zlib';
import { at } from '../bootstrap/project.mjs';
import { once, run } from '../bootstrap/step.mjs';
import { fontEnvironment } from './fonts.mjs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const APT = 'apt-get update && apt-get install --yes --no-install-recommends chromium';

/** A Chromium, and the environment that it needs: what is there already first, then what npm brought, then a download. */
export async function findBrowser() {
  const ways = [named, playwrights, installed, fromNpm, downloaded, fromApt];
  for (const way of ways) {
    const found = await way();
    if (found) return { ...found, env: { ...fontEnvironment(), ...found.env } };
  }
  throw new Error('There is no Chromium, and none could be had. Install one, or name it in CHROMIUM_PATH.');
}

function named() {
  const program = process.env.CHROMIUM_PATH;
  if (program && !works(program)) throw new Error(`CHROMIUM_PATH names ${program}, which does not start.`);
  return program ? { program } : null;
}

async function playwrights() {
  const { chromium } = await import('@playwright/test');
  const program = chromium.executablePath();
  return works(program) ? { program } : null;
}

function installed() {
  const program = INSTALLED.find((candidate) => works(candidate));
  return program ? { program } : null;
}

// A headless shell for Linux on x64, packed, with the libraries that a bare machine lacks.
async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packed = path.join(entry.slice(0, entry.lastIndexOf('@sparticuz/chromium')), '@sparticuz/chromium/bin');
  const folder = at('.cache/chromium');
  const program = path.join(folder, 'chromium');
  const { version } = JSON.parse(fs.readFileSync(path.join(packed, '../package.json'), 'utf8'));
  const stamp = path.join(folder, '.unpacked');
  await once({ name: 'browser', stamp, fingerprint: version, isPresent: () => fs.existsSync(program) }, async () => {
    fs.mkdirSync(folder, { recursive: true });
    const libraries = path.join(folder, 'libraries.tar');
    fs.writeFileSync(libraries, unpacked(path.join(packed, 'al2023.tar.br')));
    await run('tar', ['-xf', libraries, '-C', folder]);
    fs.rmSync(libraries);
    fs.writeFileSync(program, unpacked(path.join(packed, 'chromium.br')), { mode: 0o755 });
  });
  const withLibraries = { LD_LIBRARY_PATH: path.join(folder, 'lib') };
  if (works(program)) return { program };
  return works(program, withLibraries) ? { program, env: withLibraries } : null;
}

async function downloaded() {
  const playwright = at('node_modules/@playwright/test/cli.js');
  const { status } = spawnSync(process.execPath, [playwright, 'install', 'chromium', '--only-shell'], {
    stdio: 'inherit',
    timeout: 300_000,
  });
  return status === 0 ? playwrights() : null;
}

function fromApt() {
  if (process.getuid?.() !== 0) return null;
  const { status } = spawnSync('sh', ['-c', APT], { stdio: 'inherit' });
  return status === 0 ? installed() : null;
}

function works(program, env = {}) {
  if (!fs.existsSync(program)) return false;
  const { status } = spawnSync(program, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 });
  return status === 0;
}

const unpacked = (file) => zlib.brotliDecompressSync(fs.readFileSync(file));
