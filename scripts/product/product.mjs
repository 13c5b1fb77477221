import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { at } from '../bootstrap/project.mjs';
import { finished } from '../bootstrap/step.mjs';
import { migrate } from '../database/migrate.mjs';
import { freePort } from '../database/postgres.mjs';
import { superviseChild, typescriptProgram } from './child.mjs';
import { openDatabase } from './database.mjs';
import { productEnvironment } from './environment.mjs';

const NEXT = at('node_modules/next/dist/bin/next');
const GREETING =
  /^\s*(▲ Next\.js|- (Local|Network|Environments|Experiments)|· |✓ (Starting|Ready|Running next\.config)|(\u001b\[\?25h)?$)/;
const WORKER = 'lib/worker/main.ts';
const GATEWAY = 'lib/payments/sandbox/main.ts';
const TAX = 'lib/invoices/tax/simulator/main.ts';
const SEED = 'prisma/seed.ts';
const PATIENCE_MS = 180_000;

/**
 * Database, payment gateway and tax platform (in the demo), worker and web: started in this order, ended in the reverse.
 * `say` takes the lines that they write; `ending` gives up a start, and is aborted when a part cannot be kept alive.
 */
export async function startProduct(settings, { say, ending = new AbortController(), hotReload = false }) {
  const parts = [];
  const stop = async () => {
    while (parts.length > 0) await parts.pop().stop();
  };
  try {
    const [gatewayPort, taxPort] = [await portOfGateway(settings), await portOfTax(settings)];
    const planned = { databaseUrl: settings.databaseUrl ?? 'postgresql://127.0.0.1/app', gatewayPort, taxPort, hotReload };
    await checkSettings(productEnvironment(settings, planned));
    const database = await openDatabase(settings, say);
    parts.push(database);
    const env = productEnvironment(settings, { databaseUrl: database.url, gatewayPort, taxPort, hotReload });
    await migrate(database.url);
    await seed(env);
    const onGivingUp = (reason) => ending.abort(new Error(`The product cannot run: ${reason}.`));
    for (const program of programs(settings, { gatewayPort, taxPort, hotReload })) {
      parts.push(superviseChild({ ...program, env, say, onGivingUp }));
    }
    await healthy(settings, ending.signal);
    const pids = () => Object.fromEntries(parts.map((part) => [part.name, part.pid()]));
    return { url: settings.appUrl, databaseUrl: database.url, env, pids, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function portOfGateway({ appMode, gatewayPort }) {
  if (appMode !== 'demo' || !fs.existsSync(at(GATEWAY))) return null;
  return gatewayPort ?? freePort();
}

/** None where a real platform is given. */
async function portOfTax({ appMode, taxPort, given }) {
  return appMode === 'demo' && !given.TAX_URL ? (taxPort ?? freePort()) : null;
}

function programs({ port, host }, { gatewayPort, taxPort, hotReload }) {
  const web = [NEXT, hotReload ? 'dev' : 'start', '-p', String(port), '-H', host];
  return [
    ...(gatewayPort ? [{ name: 'gateway', args: typescriptProgram(GATEWAY) }] : []),
    ...(taxPort ? [{ name: 'tax', args: typescriptProgram(TAX) }] : []),
    ...(fs.existsSync(at(WORKER)) ? [{ name: 'worker', args: typescriptProgram(WORKER) }] : []),
    { name: 'web', args: web, hidden: GREETING },
  ];
}

async function checkSettings(env) {
  const { code, output } = await finished(process.execPath, typescriptProgram('scripts/product/check-settings.mjs'), {
    env,
  });
  if (code !== 0) throw new Error(`The product cannot start with these ${output.trim()}`);
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
