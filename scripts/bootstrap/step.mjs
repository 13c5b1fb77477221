import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { endsWithUs } from './interruption.mjs';
import { locked } from './lock.mjs';
import { at, root } from './project.mjs';

/** Does the work unless the stamp says that it was done for this very fingerprint. Two commands at once do it once. */
export async function once({ name, stamp, fingerprint, isPresent = () => true }, work) {
  const isDone = () => isPresent() && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === fingerprint;
  if (isDone()) return;
  await locked(at('.cache/locks', name.replaceAll(/\W+/g, '-')), async () => {
    if (isDone()) return;
    await timed(name, async () => {
      fs.rmSync(stamp, { force: true });
      await work();
      fs.mkdirSync(path.dirname(stamp), { recursive: true });
      fs.writeFileSync(stamp, fingerprint);
    });
  });
}

export async function timed(name, work) {
  const begin = performance.now();
  const result = await work();
  process.stdout.write(`${name}: ${((performance.now() - begin) / 1000).toFixed(1)} s\n`);
  return result;
}

/** Runs a program quietly; its output is shown when it fails. */
export async function run(program, args, options = {}) {
  const { code, output, error } = await finished(program, args, options);
  if (code === 0) return output;
  process.stderr.write(output);
  throw new Error(
    `${[path.basename(program), ...args.map((part) => part.replace(root, '.'))].join(' ')} failed: ${error?.message ?? `exit code ${code}`}`,
  );
}

/** Runs a program to its end, whatever that is. With `show` its output goes to the terminal. */
export function finished(program, args, { cwd = root, env = {}, show = false } = {}) {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    shell: process.platform === 'win32' && program === 'npm',
  });
  endsWithUs(child);
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => parts.push(part));
  const output = () => Buffer.concat(parts).toString('utf8');
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: output(), error }));
    child.once('close', (code) => resolve({ code: code ?? 1, output: output() }));
  });
}
