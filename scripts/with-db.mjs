import { spawnSync } from 'node:child_process';
import { command } from './bootstrap/command.mjs';

// node scripts/with-db.mjs -- COMMAND…: runs it on a migrated database of its own, gone afterwards.
await command(async (args) => {
  const [program, ...rest] = args[0] === '--' ? args.slice(1) : args;
  if (!program) throw new Error('Usage: node scripts/with-db.mjs -- COMMAND…');
  const { generateClient } = await import('./database/client.mjs');
  const { withThrowawayDatabase } = await import('./database/throwaway.mjs');
  generateClient();
  return withThrowawayDatabase((DATABASE_URL) => {
    const { status } = spawnSync(program, rest, { stdio: 'inherit', env: { ...process.env, DATABASE_URL } });
    return status ?? 1;
  });
});
