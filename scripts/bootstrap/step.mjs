import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { locked } from './lock.mjs';
import { at, root } from './project.mjs';

/** Does the work unless the stamp says that it was done for this very fingerprint. Two commands at once do it once. */
export function once({ name, stamp, fingerprint, isPresent = () => true }, work) {
  const isDone = () => isPresent() && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === fingerprint;
  if (isDone()) return;
  locked(at('.cache/locks', name.replaceAll(/\W+/g, '-')), () => {
    if (isDone()) return;
    timed(name, () => {
      fs.rmSync(stamp, { force: true });
      work();
      fs.mkdirSync(path.dirname(stamp), { recursive: true });
      fs.writeFileSync(stamp, fingerprint);
    });
  });
}

export function timed(name, work) {
  const begin = performance.now();
  const result = work();
  const tell = () => process.stdout.write(`${name}: ${((performance.now() - begin) / 1000).toFixed(1)} s\n`);
  if (result instanceof Promise) return result.finally(tell);
  tell();
  return result;
}

/** Runs a program quietly; its output is shown when it fails. */
export function run(program, args, { cwd = root, env = {} } = {}) {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (status === 0) return stdout;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  throw new Error(`${[program, ...args].join(' ')} failed: ${error?.message ?? `exit code ${status}`}`);
}
