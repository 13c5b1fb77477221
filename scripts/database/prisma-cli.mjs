import { spawnSync } from 'node:child_process';
import { at, root } from '../bootstrap/project.mjs';

const WANTS_SERVER = ['migrate', 'db', 'studio'];

/** Prisma's command line without any download; PRISMA_NATIVE_ENGINE=1 takes its own engine where the net allows it. */
export function runPrisma(args, { env = {}, stdio = 'inherit' } = {}) {
  const ownEngine = process.env.PRISMA_NATIVE_ENGINE || process.platform === 'win32';
  const { status, error, stdout, stderr } = spawnSync(process.execPath, [at('node_modules/prisma/build/index.js'), ...args], {
    cwd: root,
    stdio,
    encoding: 'utf8',
    env: {
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      ...(ownEngine ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: at('scripts/database/schema-engine.mjs') }),
      ...process.env,
      ...env,
    },
  });
  if (error) throw error;
  return { status: status ?? 1, output: `${stdout ?? ''}${stderr ?? ''}` };
}

export const wantsServer = (args) => WANTS_SERVER.includes(args[0]);
