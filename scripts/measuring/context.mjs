import { randomInt, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '../database/migrate.mjs';
import { startThrowawayPostgres } from '../database/throwaway.mjs';

/** What a bench or a campaign may ask for (bench/measurement.ts); `end` takes it all away again. */
export function measuringContext(names) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'measuring-'));
  const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
  const ends = [];
  const opened = (stoppable) => {
    ends.push(() => stoppable.stop());
    return stoppable;
  };
  const postgres = kept(async () => opened(await startThrowawayPostgres()));
  const product = kept(async (options) => {
    const { startTestProduct } = await import('../testing/test-product.mjs');
    const postgresUrl = (await postgres()).url('postgres');
    return opened(await startTestProduct({ postgresUrl, ...options }));
  });
  async function emptyDatabase() {
    const url = (await postgres()).url(`empty_${randomUUID().replaceAll('-', '')}`);
    await migrate(url);
    return url;
  }
  const browser = kept(async () => (await import('../testing/browser.mjs')).findBrowser());
  const say = (line) => process.stdout.write(`  ${line}\n`);
  async function end() {
    for (const stop of ends.reverse()) await stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return { context: { seed, folder, names, product, emptyDatabase, browser, say }, end };
}

function kept(make) {
  let value = null;
  return (...args) => {
    value ??= make(...args);
    return value;
  };
}
