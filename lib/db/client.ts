import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/lib/db/generated/client';
import { env } from '@/lib/env';

const kept = globalThis as { prismaClient?: PrismaClient };

function connect(): PrismaClient {
  const adapter = new PrismaPg({ connectionString: env.DATABASE_URL, max: env.DATABASE_POOL });
  // The other formats repeat the whole query in the message, and so somebody's data in the log.
  return new PrismaClient({ adapter, errorFormat: 'minimal' });
}

/** The only Prisma client; connects at its first use. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, name) {
    kept.prismaClient ??= connect();
    return Reflect.get(kept.prismaClient, name);
  },
});
