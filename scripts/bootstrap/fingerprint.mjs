import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const IGNORED_FOLDERS = ['generated', 'node_modules'];
const IGNORED_FILES = /\.(test|spec)\.tsx?$|^\.|\.tsbuildinfo$/;

/** One hash over the names and contents of files and folders; tests and generated code do not count. */
export function fingerprint(base, names) {
  const hash = createHash('sha256');
  for (const file of names.flatMap((name) => filesUnder(path.join(base, name)))) {
    hash.update(`${path.relative(base, file)}\0`);
    hash.update(fs.readFileSync(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(file) {
  const status = fs.statSync(file, { throwIfNoEntry: false });
  if (!status) return [];
  if (!status.isDirectory()) return [file];
  const entries = fs.readdirSync(file, { withFileTypes: true });
  const wanted = entries.filter(({ name }) => !IGNORED_FOLDERS.includes(name) && !IGNORED_FILES.test(name));
  const names = wanted.map((entry) => entry.name).sort();
  return names.flatMap((name) => filesUnder(path.join(file, name)));
}
