import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { seedAssociations } from './seed/associations';
import { seedPeople } from './seed/people';
import { seedUnits } from './seed/units';

/** Idempotent: runs at every start. Production gets reference data only, the demo its invented people and units too. */
async function seed(at: Date): Promise<void> {
  await seedAssociations(db);
  if (!env.isDemo) return;
  await seedUnits(db, at);
  await seedPeople(db, at);
}

try {
  await seed(now());
} finally {
  await db.$disconnect();
}
