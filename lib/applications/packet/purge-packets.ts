import { db } from '@/lib/db/client';
import { openStore } from '@/lib/files/open-store';

const lifeMs = 30 * 24 * 60 * 60_000;

/** A packet is forms that can be printed again at any time: its file, full of personal data, does not stay. */
export async function purgePackets(now: Date): Promise<void> {
  const old = await db.stampPacket.findMany({
    where: { madeAt: { lt: new Date(now.getTime() - lifeMs) }, purgedAt: null, storageKey: { not: null } },
    take: 200,
  });
  for (const { id, storageKey } of old) {
    if (storageKey) await openStore().delete(storageKey);
    await db.stampPacket.update({ where: { id }, data: { purgedAt: now } });
  }
}
