import { db } from '@/lib/db/client';
import type { StampPacket } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { beijingDay } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { judge } from '../policy';
import { stampableFilter } from '../unit-queries';
import { readPacketItems } from './packet-items';
import { judgeUnitDesk } from './policy';
import { mostInPacket } from './schema';

const patienceMs = 10 * 60_000;
const shown = 20;

/** Applications whose form waits for signature and seal, for choosing from. */
export async function stampableApplications(actor: Actor, now: Date) {
  const stampable = stampableFilter(actor);
  if (!stampable) return [];
  const found = await db.application.findMany({
    where: stampable,
    orderBy: { number: 'asc' },
    take: mostInPacket,
    include: { person: { select: { name: true } }, cycle: { include: { association: true } }, cycleLevel: true },
  });
  return found.map((one) => ({ ...one, stamping: judge(actor, 'submit_stamped_form', one, now) }));
}

export type StampableApplication = Awaited<ReturnType<typeof stampableApplications>>[number];

/** The unit's latest packets. */
export async function unitPackets(actor: Actor, now: Date) {
  if (actor.role !== 'UNIT_ADMIN' || !actor.unitId) return [];
  const packets = await db.stampPacket.findMany({
    where: { unitId: actor.unitId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: shown,
  });
  return packets.map((packet) => ({
    ...packet,
    forms: readPacketItems(packet.items).length,
    /** Something is wrong with the machine; the person asks again, and the log says what it was. */
    isStuck: packet.status === 'WAITING' && now.getTime() - packet.createdAt.getTime() > patienceMs,
  }));
}

export type ShownPacket = Awaited<ReturnType<typeof unitPackets>>[number];

/** The file of a packet; for everybody outside the unit there is none. */
export async function packetFile(
  actor: Actor,
  packetId: string,
): Promise<{ packet: StampPacket; storageKey: string; bytes: number; fileName: string }> {
  const packet = await db.stampPacket.findUnique({ where: { id: packetId }, include: { unit: true } });
  if (!packet || judgeUnitDesk(actor, packet).answer !== 'yes') throw new NotFoundError('packet');
  const { storageKey, bytes, purgedAt, unit, createdAt } = packet;
  if (!storageKey || bytes === null || purgedAt) throw new NotFoundError('packet');
  return { packet, storageKey, bytes, fileName: `盖章清单_${unit.name}_${beijingDay(createdAt)}.pdf` };
}
