import { spawn } from 'node:child_process';
import readline from 'node:readline';
import { pathToFileURL } from 'node:url';
import { at, root } from '../bootstrap/project.mjs';

const END_WITH_PARENT = pathToFileURL(at('scripts/bootstrap/end-with-parent.mjs')).href;
const TYPESCRIPT = ['--conditions=react-server', '--import', 'tsx'];
const FIRST_PAUSE_MS = 500;
const STEADY_MS = 30_000;
const LONGEST_PAUSE_MS = 10_000;
const FAILURES_BEFORE_GIVING_UP = 8;

/** Node's arguments for a TypeScript program of the project, which then sees `@/` and the server's side of packages. */
export const typescriptProgram = (file, ...args) => [...TYPESCRIPT, at(file), ...args];

/**
 * Keeps a program running: one that ends unasked is started again after a pause that grows. One that fails by
 * itself again and again is given up.
 */
export function superviseChild(options) {
  const { name, args, env, say, onGivingUp, hidden = /^$/, pauseMs = FIRST_PAUSE_MS, patienceMs = 20_000 } = options;
  let child = null;
  let timer = null;
  let stopping = false;
  let shortLives = 0;
  let failures = 0;
  start();
  return { name, stop, pid: () => child?.pid ?? null };

  function start() {
    const begin = Date.now();
    child = spawnChild({ args, env });
    forwardLines(child, (line) => hidden.test(line) || say(`[${name}] ${line}`));
    child.once('exit', (code, signal) => ended({ code, signal, lived: Date.now() - begin }));
  }

  function ended({ code, signal, lived }) {
    child = null;
    if (stopping) return;
    const wasSteady = lived > STEADY_MS;
    shortLives = wasSteady ? 1 : shortLives + 1;
    failures = signal || wasSteady ? 0 : failures + 1;
    const how = signal ? `was killed by ${signal}` : `ended with exit code ${code}`;
    if (failures >= FAILURES_BEFORE_GIVING_UP) return onGivingUp(`${name} ${how} ${failures} times in a row`);
    const pause = Math.min(pauseMs * 2 ** (shortLives - 1), LONGEST_PAUSE_MS);
    say(`${name} ${how}; it is started again in ${pause / 1000} s`);
    timer = setTimeout(start, pause);
  }

  async function stop() {
    stopping = true;
    clearTimeout(timer);
    if (child) await endChild(child, patienceMs);
  }
}

// Its own process group, so that Ctrl-C reaches only the supervisor, who ends everything in order.
function spawnChild({ args, env }) {
  return spawn(process.execPath, ['--import', END_WITH_PARENT, ...args], {
    cwd: root,
    env: { ...env, SUPERVISOR: String(process.pid) },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

function forwardLines(child, take) {
  for (const stream of [child.stdout, child.stderr]) readline.createInterface({ input: stream }).on('line', take);
}

function endChild(child, patienceMs) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
