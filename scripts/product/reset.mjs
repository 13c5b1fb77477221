import fs from 'node:fs';
import path from 'node:path';
import { lockOwner } from '../bootstrap/lock.mjs';
import { at } from '../bootstrap/project.mjs';
import { runningServer, stopServer } from '../database/postgres.mjs';
import { postgresFolder } from './database.mjs';
import { lockFile } from './serve.mjs';
import { productSettings } from './settings.mjs';

/** Drops what the demo keeps on this machine; a database behind DATABASE_URL is never touched. */
export async function dropDemoData() {
  if (fs.existsSync(at('.env'))) process.loadEnvFile(at('.env'));
  const { dataDir, appMode, databaseUrl } = productSettings();
  const folder = path.relative(at(), dataDir) || dataDir;
  if (appMode !== 'demo') throw new Error('Only the data of the demo can be dropped, and APP_MODE is production.');
  const owner = lockOwner(lockFile(dataDir));
  if (owner) throw new Error(`The product runs on ${owner.url} (process ${owner.pid}). Stop it first.`);
  if (!fs.existsSync(dataDir)) return tell(`There is nothing to drop: ${folder} does not exist.`);
  const isOurs = fs.existsSync(path.join(dataDir, 'secrets.json')) || fs.readdirSync(dataDir).length === 0;
  if (!isOurs) throw new Error(`${folder} does not look like the data of this product, so nothing was dropped.`);
  const left = await runningServer(postgresFolder(dataDir));
  if (left) await stopServer(left.pid);
  fs.rmSync(dataDir, { recursive: true });
  tell(`The demo data in ${folder} are dropped.`);
  if (databaseUrl) tell('The database of DATABASE_URL is as it was.');
}

const tell = (sentence) => process.stdout.write(`${sentence}\n`);
