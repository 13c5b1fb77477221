import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Takes a lock file. Answers `{ release }`, or `{ owner }` with what the process that holds it wrote there.
 * The lock of a process that is gone counts for nothing.
 */
export function tryLock(file, note = {}) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid), key: randomUUID(), ...note });
  for (;;) {
    if (put(file, mine)) return { release: () => fs.rmSync(file, { force: true }) };
    const found = read(file);
    const owner = found && parse(found);
    if (owner && isRunning(owner)) return { owner };
    if (found !== null) removeStale(file, found);
  }
}

/** Runs the work while no other process does it; waits for the one that does. */
export async function locked(file, work) {
  let told = false;
  for (;;) {
    const { release, owner } = tryLock(file);
    if (release) {
      try {
        return await work();
      } finally {
        release();
      }
    }
    if (!told) process.stdout.write(`Waiting for process ${owner.pid}, which does the same step …\n`);
    told = true;
    await sleep(200);
  }
}

export function lockOwner(file) {
  const found = read(file);
  const owner = found && parse(found);
  return owner && isRunning(owner) ? owner : null;
}

// Written aside and linked, so that nobody ever reads half of it.
function put(file, content) {
  const aside = `${file}.${randomUUID()}`;
  fs.writeFileSync(aside, content);
  try {
    fs.linkSync(aside, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(aside);
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isRunning({ pid, startedAt }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return startedAt === null || startOf(pid) === startedAt;
}

// A process number is given again one day; with its start it names one process for ever. Only Linux tells cheaply.
function startOf(pid) {
  const status = read(`/proc/${pid}/stat`);
  return status === null ? null : status.slice(status.lastIndexOf(')')).split(' ')[20];
}

// Renaming first makes sure that of two who found the lock stale only one removes it.
function removeStale(file, content) {
  const aside = `${file}.${randomUUID()}`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) === content) fs.rmSync(aside);
  else fs.renameSync(aside, file);
}
