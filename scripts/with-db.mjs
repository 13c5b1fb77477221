import { command } from './bootstrap/command.mjs';
import { finished } from './bootstrap/step.mjs';

// node scripts/with-db.mjs -- COMMAND…: runs it on a migrated database of its own, gone afterwards.
await command(async (args) => {
  const [program, ...rest] = args[0] === '--' ? args.slice(1) : args;
  if (!program) throw new Error('Usage: node scripts/with-db.mjs -- COMMAND…');
  const { generateClient } = await import('./database/client.mjs');
  const { withThrowawayDatabase } = await import('./database/throwaway.mjs');
  await generateClient();
  return withThrowawayDatabase(async (DATABASE_URL) => {
    const { code } = await finished(program, rest, { cwd: process.cwd(), show: true, env: { DATABASE_URL } });
    return code;
  });
});
