import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { at } from '../bootstrap/project.mjs';
import { finished } from '../bootstrap/step.mjs';
import { migrate } from '../database/migrate.mjs';
import { freePort } from '../database/postgres.mjs';
import { superviseChild, typescriptProgram } from './child.mjs';
import { openDatabase } from './database.mjs';
import { demoSecrets } from './secrets.mjs';

const NEXT = at('node_modules/next/dist/bin/next');
const GREETING = /^\s*(▲ Next\.js|- (Local|Network|Environments|Experiments)|✓ (Starting|Ready|Running next.config)|$)/;
const WORKER = 'lib/worker/main.ts';
const GATEWAY = 'lib/payments/sandbox/main.ts';
const SEED = 'prisma/seed.ts';
const PATIENCE_MS = 180_000;

/**
 * Database, web, worker and, in the demo, the sandbox payment gateway: started in this order, ended in the reverse.
 * `say` takes the lines that they write; `ending` gives up a start, and is aborted when a part cannot be kept alive.
 */
export async function startProduct(settings, { say, ending = new AbortController(), hotReload = false }) {
  const isDemo = settings.appMode === 'demo';
  const parts = [];
  const stop = async () => {
    while (parts.length > 0) await parts.pop().stop();
  };
  const onGivingUp = (reason) => ending.abort(new Error(`The product cannot run: ${reason}.`));
  try {
    const database = await openDatabase(settings, say);
    parts.push(database);
    const gatewayPort = isDemo && fs.existsSync(at(GATEWAY)) ? (settings.gatewayPort ?? (await freePort())) : null;
    const env = productEnvironment(settings, { isDemo, hotReload, gatewayPort, databaseUrl: database.url });
    await migrate(database.url);
    await seed(env());
    const supervise = (child) => parts.push(superviseChild({ env, say, onGivingUp, ...child }));
    if (gatewayPort) supervise({ name: 'gateway', args: typescriptProgram(GATEWAY) });
    if (fs.existsSync(at(WORKER))) supervise({ name: 'worker', args: typescriptProgram(WORKER) });
    const port = ['-p', String(settings.port), '-H', settings.host];
    supervise({ name: 'web', args: [NEXT, hotReload ? 'dev' : 'start', ...port], hidden: GREETING });
    await healthy(settings, ending.signal);
    return { url: settings.appUrl, databaseUrl: database.url, env: env(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function productEnvironment(settings, { isDemo, hotReload, gatewayPort, databaseUrl }) {
  const startedAt = new Date().toISOString();
  const gateway = gatewayPort
    ? { SANDBOX_GATEWAY_PORT: String(gatewayPort), SANDBOX_GATEWAY_URL: `http://127.0.0.1:${gatewayPort}` }
    : {};
  const fixed = {
    ...settings.given,
    ...(isDemo ? demoSecrets(settings) : {}),
    ...gateway,
    NODE_ENV: hotReload ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(settings.port),
    APP_MODE: settings.appMode,
    APP_URL: settings.appUrl,
    DATA_DIR: settings.dataDir,
    DATABASE_URL: databaseUrl,
    // A moved clock is the same in every process, also in one that is started later.
    ...(settings.clock ? { APP_CLOCK: settings.clock, APP_CLOCK_SINCE: startedAt } : {}),
  };
  return () => fixed;
}

async function seed(env) {
  if (!fs.existsSync(at(SEED))) return;
  const { code, output } = await finished(process.execPath, typescriptProgram(SEED), { env });
  if (code !== 0) throw new Error(`The seed failed:\n${output}`);
}

async function healthy({ host, port }, signal) {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const address = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}/api/health`;
  for (const begin = Date.now(); Date.now() - begin < PATIENCE_MS; await sleep(50)) {
    signal.throwIfAborted();
    if (await isOk(address)) return;
  }
  throw new Error(`The product did not become healthy: ${address} never answered 200.`);
}

async function isOk(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(20_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch (error) {
    if (error.name === 'TypeError' || error.name === 'TimeoutError') return false;
    throw error;
  }
}
