import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../database/postgres.mjs';
import { startProduct } from '../product/product.mjs';
import { productSettings } from '../product/settings.mjs';

const KEPT = ['HOME', 'LANG', 'NEXT_DIST_DIR', 'PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'TZ'];

/**
 * A whole product on a port, a database and a folder of its own, gone when it is stopped. What it writes is kept
 * in its log, which is shown when it does not start.
 * @param {{ postgresUrl: string, clock?: string | null, env?: Record<string, string> }} options
 */
export async function startTestProduct({ postgresUrl, clock = null, env = {} }) {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'product-'));
  const database = `e2e_${path.basename(dataDir).replaceAll(/\W/g, '_').toLowerCase()}`;
  const inherited = Object.fromEntries(
    KEPT.filter((name) => name in process.env).map((name) => [name, process.env[name]]),
  );
  const settings = productSettings({
    ...inherited,
    ...(clock ? { APP_CLOCK: clock } : {}),
    PORT: String(await freePort()),
    DATA_DIR: dataDir,
    DATABASE_URL: Object.assign(new URL(postgresUrl), { pathname: `/${database}` }).href,
    ...env,
  });
  const logFile = path.join(dataDir, 'product.log');
  const say = (line) => fs.appendFileSync(logFile, `${line}\n`);
  try {
    const product = await startProduct(settings, { say });
    async function stop() {
      await product.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    }
    return { ...product, dataDir, logFile, stop };
  } catch (error) {
    const log = fs.existsSync(logFile) ? fs.readFileSync(logFile, 'utf8') : '';
    fs.rmSync(dataDir, { recursive: true, force: true });
    throw new Error(`${error.message}\n${log}`, { cause: error });
  }
}
