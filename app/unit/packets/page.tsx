import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { stampableApplications, unitPackets } from '@/lib/applications/packet/packet-queries';
import { now as currentTime } from '@/lib/clock';
import { ownUnit } from '@/lib/units/unit-queries';
import { unitActor } from '@/lib/web/page-actor';
import { UnitHead } from '../unit-head';
import { PacketForm } from './packet-form';
import { PacketList } from './packet-list';

export const metadata: Metadata = { title: '批量打印' };

/** One file to print and to carry to the seal: a list, and every form behind it. */
export default async function PacketsPage() {
  const actor = await unitActor();
  const now = currentTime();
  const [unit, applications, packets] = await Promise.all([
    ownUnit(actor),
    stampableApplications(actor, now),
    unitPackets(actor, now),
  ]);
  if (!unit) notFound();
  return (
    <div className="page">
      <UnitHead unit={unit} current="/unit/packets" />
      <div className="stack">
        <PacketForm applications={applications} />
        <PacketList packets={packets} />
      </div>
      <RefreshWhile isActive={packets.some(({ status, isStuck }) => status === 'WAITING' && !isStuck)} seconds={2} />
    </div>
  );
}
