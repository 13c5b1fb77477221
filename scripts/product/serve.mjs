import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { whenInterrupted } from '../bootstrap/interruption.mjs';
import { tryLock } from '../bootstrap/lock.mjs';
import { at } from '../bootstrap/project.mjs';
import { startProduct } from './product.mjs';
import { productSettings } from './settings.mjs';

const INTERRUPTED = new Error('interrupted');

export const lockFile = (dataDir) => path.join(dataDir, 'running.lock');

/** Runs the product in this terminal, after `prepare`, until it is told to end; answers the exit code. */
export async function serve({ hotReload, prepare }) {
  if (fs.existsSync(at('.env'))) process.loadEnvFile(at('.env'));
  const settings = productSettings();
  const { release, owner } = tryLock(lockFile(settings.dataDir), { url: settings.appUrl });
  if (owner) throw new Error(alreadyRunning(settings, owner));
  try {
    await refuseTakenPort(settings);
    await prepare();
    return await serveUntilInterrupted(settings, { hotReload });
  } finally {
    release();
  }
}

async function serveUntilInterrupted(settings, { hotReload }) {
  const ending = new AbortController();
  whenInterrupted(() => ending.abort(INTERRUPTED));
  try {
    const product = await startProduct(settings, { say, ending, hotReload });
    say(`Ready: ${settings.appUrl} (${settings.appMode} mode, process ${process.pid}; Ctrl-C ends it)`);
    if (!ending.signal.aborted) await once(ending.signal, 'abort');
    await product.stop();
    ending.signal.throwIfAborted();
  } catch (error) {
    if (error !== INTERRUPTED) throw error;
  }
  say('Everything has ended.');
  return 0;
}

const say = (line) => process.stdout.write(`${line}\n`);

function alreadyRunning({ dataDir }, { pid, url }) {
  const folder = path.relative(at(), dataDir);
  return `The product already runs on ${url} with the data of ${folder} (process ${pid}). Stop it first, or give PORT and DATA_DIR.`;
}

function refuseTakenPort({ host, port }) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    const taken = `Port ${port} is taken. Stop the program that has it, or give another one: PORT=3001 npm start.`;
    probe.once('error', (error) => reject(error.code === 'EADDRINUSE' ? new Error(taken) : error));
    probe.listen(port, host, () => probe.close(resolve));
  });
}
