import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const MAKERS = {
  AUTH_SECRET: () => randomBytes(32).toString('base64'),
  FIELD_KEYS: () => `demo-1:${randomBytes(32).toString('base64')}`,
  INDEX_KEY: () => randomBytes(32).toString('base64'),
};

/** The secrets of the demo: made once, kept beside its data. In production they are given, or the product refuses. */
export function demoSecrets({ dataDir, given }) {
  const wanted = Object.keys(MAKERS).filter((name) => !given[name]);
  return Object.fromEntries(wanted.map((name) => [name, keptSecret(dataDir, name, MAKERS[name])]));
}

/** Between the product and the simulator that plays the tax platform. */
export const taxSecret = (dataDir) => keptSecret(dataDir, 'TAX_SECRET', () => randomBytes(32).toString('base64'));

export const databasePassword = (dataDir) =>
  keptSecret(dataDir, 'DATABASE_PASSWORD', () => randomBytes(18).toString('base64url'));

function keptSecret(dataDir, name, make) {
  const file = path.join(dataDir, 'secrets.json');
  const kept = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  if (kept[name]) return kept[name];
  const all = { ...kept, [name]: make() };
  const next = `${file}.next`;
  fs.mkdirSync(dataDir, { recursive: true });
  fs.writeFileSync(next, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(next, file);
  return all[name];
}
