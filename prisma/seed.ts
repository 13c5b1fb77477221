import { appointFirstAdmin } from '@/lib/accounts/appoint-first-admin';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { seedAssociations } from './seed/associations';
import { seedCycles, seedDemoCycle } from './seed/cycles';
import { seedNotices } from './seed/notices';
import { seedPeople } from './seed/people';
import { seedReturnReasons } from './seed/return-reasons';
import { seedTrustAnchors } from './seed/trust-anchors';
import { seedUnits } from './seed/units';

/** Idempotent: runs at every start. Production gets reference data only, the demo its invented people and units too. */
async function seed(at: Date): Promise<void> {
  await seedAssociations(db);
  await seedCycles(db, at);
  await seedNotices(db, at);
  await seedReturnReasons(db);
  if (env.FIRST_ADMIN_MOBILE) await appointFirstAdmin(env.FIRST_ADMIN_MOBILE, at);
  if (!env.isDemo) return;
  await seedDemoCycle(db, at);
  await seedUnits(db, at);
  await seedTrustAnchors(db, at);
  await seedPeople(db, at);
}

try {
  await seed(now());
} finally {
  await db.$disconnect();
}
