import { at } from '../bootstrap/project.mjs';
import { finished } from '../bootstrap/step.mjs';

const WANTS_SERVER = ['migrate', 'db', 'studio'];

/** Prisma's command line without any download; PRISMA_NATIVE_ENGINE=1 takes its own engine where the net allows it. */
export function runPrisma(args, { env = {}, show = false } = {}) {
  const ownEngine = process.env.PRISMA_NATIVE_ENGINE || process.platform === 'win32';
  const engine = ownEngine ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: at('scripts/database/schema-engine.mjs') };
  return finished(process.execPath, [at('node_modules/prisma/build/index.js'), ...args], {
    show,
    env: { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', ...engine, ...env },
  });
}

export const wantsServer = (args) => WANTS_SERVER.includes(args[0]);
