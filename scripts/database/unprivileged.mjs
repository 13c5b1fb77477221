import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * PostgreSQL refuses to run as root. As root we become postgres or nobody where that user can reach the files;
 * in a closed folder (a clone under root's home) we stay the owner of the files but look like nobody, in a user
 * namespace. Anybody else runs it as himself.
 */
export function unprivileged(...paths) {
  const asIs = { identity: {}, command: (program, args) => [program, args] };
  if (process.getuid?.() !== 0) return asIs;
  const user = account('postgres') ?? account('nobody');
  if (!user) throw new Error('PostgreSQL cannot run as root, and there is no user postgres or nobody to run it.');
  if (paths.every(everybodyCanReach)) return { identity: user, command: asIs.command };
  const namespace = ['--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`];
  return { identity: {}, command: (program, args) => ['unshare', [...namespace, program, ...args]] };
}

function account(name) {
  const uid = number('-u', name);
  const gid = number('-g', name);
  return uid === null || gid === null ? null : { uid, gid };
}

function number(flag, name) {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}

function everybodyCanReach(file) {
  for (let folder = path.dirname(path.resolve(file)); ; folder = path.dirname(folder)) {
    const known = fs.statSync(folder, { throwIfNoEntry: false });
    if (known && !(known.mode & 0o001)) return false;
    if (folder === path.dirname(folder)) return true;
  }
}
