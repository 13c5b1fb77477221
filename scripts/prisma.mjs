import { command } from './bootstrap/command.mjs';

// npm run prisma -- migrate dev --create-only --name NAME: without DATABASE_URL on a database of its own.
await command(async (args) => {
  const { runPrisma, wantsServer } = await import('./database/prisma-cli.mjs');
  const prisma = async (env) => (await runPrisma(args, { env, show: true })).code;
  if (process.env.DATABASE_URL || !wantsServer(args)) return prisma({});
  const { withThrowawayDatabase } = await import('./database/throwaway.mjs');
  return withThrowawayDatabase((DATABASE_URL) => prisma({ DATABASE_URL }));
});
