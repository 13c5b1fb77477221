import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Faults } from '@/lib/invoices/tax/simulator/faults';
import type { TaxPlatform } from '@/lib/invoices/tax/tax-platform';
import { wirePlatform } from '@/lib/invoices/tax/wire-platform';

export const taxAppId = 'simulator';
export const taxSecret = 'a secret of the tests, of forty characters';

export interface TaxProcess {
  url: string;
  directory: string;
  /** The product's adapter. */
  platform: TaxPlatform;
  /** How often it has written down something with this text. */
  written(text: string): number;
  /** As a crash does. */
  kill(): Promise<void>;
  /** On the same data, at the same address. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** The tax simulator as the product starts it: a process of its own on the loopback. */
export async function taxProcess(): Promise<TaxProcess> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tax-simulator-'));
  let running = await launch(directory, 0);
  const { url } = running;
  const kill = () => ended(running.child);
  return {
    url,
    directory,
    platform: wirePlatform({ baseUrl: url, appId: taxAppId, secret: taxSecret }),
    kill,
    written: (text) => linesIn(directory).filter((line) => line.includes(text)).length,
    async start() {
      running = await launch(directory, Number(new URL(url).port));
    },
    async remove() {
      await kill();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}

function linesIn(directory: string): string[] {
  const journal = path.join(directory, 'tax-simulator', 'invoices.jsonl');
  return fs.existsSync(journal) ? fs.readFileSync(journal, 'utf8').split('\n') : [];
}

/** The settings of an installation with this platform; before anything reads the settings. */
export function useTaxPlatform({ url }: TaxProcess): void {
  Object.assign(process.env, { TAX_URL: url, TAX_APP_ID: taxAppId, TAX_SECRET: taxSecret });
}

/** Without anything named, everything is sound again. */
export async function setFaults(url: string, faults: Partial<Faults> = {}): Promise<void> {
  const { status } = await fetch(`${url}/faults`, { method: 'POST', body: JSON.stringify(faults) });
  if (status !== 204) throw new Error(`faults: ${status}`);
}

async function launch(directory: string, port: number): Promise<{ child: ChildProcess; url: string }> {
  const flags = ['--conditions=react-server', '--import', 'tsx', 'lib/invoices/tax/simulator/main.ts'];
  const settings = { DATA_DIR: directory, TAX_SIMULATOR_PORT: String(port), TAX_APP_ID: taxAppId, TAX_SECRET: taxSecret };
  const env = { ...process.env, ...settings, NODE_NO_WARNINGS: '1' };
  const child = spawn(process.execPath, flags, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^tax simulator on (\S+)$/.exec(line)?.[1];
    if (url) return { child, url };
  }
  throw new Error('the tax simulator did not start');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
