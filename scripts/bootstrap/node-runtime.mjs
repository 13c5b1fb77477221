import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { whenInterrupted } from './interruption.mjs';
import { at } from './project.mjs';
import { once, run } from './step.mjs';

const HOME = at('.cache/node');
const LOCK = at('scripts/bootstrap/node');

/** 22.12 is the oldest Node that everything here supports. */
export function isSupportedNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

/** Runs the same command again under the Node that npm brings; ends as that one ends. */
export async function runUnderSupportedNode(args) {
  const child = spawn(await supportedNode(), args, {
    env: { ...process.env, SUPERVISOR: String(process.pid) },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  whenInterrupted((signal) => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

async function supportedNode() {
  const windows = process.platform === 'win32';
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const pinned = JSON.parse(fs.readFileSync(path.join(LOCK, 'package.json'), 'utf8')).optionalDependencies;
  if (!pinned[name]) {
    throw new Error(
      `Node ${process.version} is too old, and npm has none for this machine. Install Node 24 and try again.`,
    );
  }
  const program = path.join(HOME, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  const step = {
    name: `Node ${pinned[name]} from npm`,
    stamp: path.join(HOME, '.installed'),
    fingerprint: pinned[name],
    isPresent: () => fs.existsSync(program),
  };
  await once(step, async () => {
    fs.mkdirSync(HOME, { recursive: true });
    for (const file of ['package.json', 'package-lock.json'])
      fs.copyFileSync(path.join(LOCK, file), path.join(HOME, file));
    await run('npm', ['ci', '--ignore-scripts', '--include=optional', '--no-audit', '--no-fund'], { cwd: HOME });
  });
  return program;
}
