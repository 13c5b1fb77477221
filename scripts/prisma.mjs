import { command } from './bootstrap/command.mjs';

await command(async (args) => {
  const { runPrisma, wantsServer } = await import('./database/prisma-cli.mjs');
  if (process.env.DATABASE_URL || !wantsServer(args)) return runPrisma(args).status;
  const { withThrowawayDatabase } = await import('./database/throwaway.mjs');
  return withThrowawayDatabase((DATABASE_URL) => runPrisma(args, { env: { DATABASE_URL } }).status);
});
