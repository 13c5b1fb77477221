import { randomInt } from 'node:crypto';
import { recordEvent } from '@/lib/audit/record-event';
import type { FormPage } from '@/lib/documents/application-form/make-application-form';
import type { Transaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/enqueue';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { stampableFilter } from '../unit-queries';
import { issuedPages } from '../issued-pages';
import { stampedScans } from '../stamped-scans';
import type { PacketItem } from './packet-items';
import type { RequestPacketInput } from './schema';

type Request = Step<Transaction, { unitId: string }, RequestPacketInput>;

/** Asks for the printable stack of these applications; the worker makes it. */
export async function requestPacket(step: Request): Promise<{ packetId: string }> {
  const { tx, actor, subject, input, now } = step;
  if (!actor.personId) throw new NotFoundError('person');
  const items = await itemsOf(step);
  const packet = await tx.stampPacket.create({
    data: {
      number: packetNumber(),
      unitId: subject.unitId,
      createdById: actor.personId,
      createdByName: actor.name,
      createdAt: now,
      isDuplex: input.sides === 'double',
      onlyNeeded: input.which === 'needed',
      items: items.map((item) => ({ ...item })),
    },
  });
  await enqueue(tx, 'packets.make', { packetId: packet.id }, { now });
  await recordEvent(tx, {
    stream: `unit:${subject.unitId}`,
    name: 'packet_requested',
    actor,
    at: now,
    data: { packetId: packet.id, number: packet.number, forms: items.map(({ number }) => number) },
  });
  return { packetId: packet.id };
}

async function itemsOf({ tx, actor, input }: Request): Promise<PacketItem[]> {
  const stampable = stampableFilter(actor);
  if (!stampable) throw new NotFoundError('unit');
  const found = await tx.application.findMany({
    where: { AND: [stampable, { id: { in: input.application } }] },
    select: {
      id: true,
      number: true,
      level: true,
      person: { select: { name: true } },
      snapshots: { where: { supersededAt: null }, select: { version: true, pages: true } },
    },
    orderBy: [{ number: 'asc' }],
  });
  if (found.length < input.application.length) {
    throw new DomainError('CHANGED', '所选的申报中，有的已不需要盖章或正在修改，请刷新页面后重新选择。');
  }
  const scans = await stampedScans(tx, found.map(({ id }) => id));
  const byName = found.toSorted((one, other) => inChinese.compare(one.person.name, other.person.name));
  return byName.flatMap(({ id, person, snapshots, ...application }) => {
    const [snapshot] = snapshots;
    if (!snapshot) return [];
    const issued = issuedPages(snapshot.pages);
    const missing = scans.get(id)?.assembly.missing ?? [];
    // A form of which every page is still stamped is printed whole: whoever ticks it wants it on paper.
    const isPartly = input.which === 'needed' && missing.length > 0;
    const wanted = isPartly ? issued.filter(({ number }) => missing.includes(number)) : issued;
    return itemOf({ applicationId: id, name: person.name, version: snapshot.version, ...application }, issued, wanted);
  });
}

/** As a person looks names up. */
const inChinese = new Intl.Collator('zh-CN');

type Facts = Pick<PacketItem, 'applicationId' | 'number' | 'name' | 'level' | 'version'>;

function itemOf(facts: Facts, issued: FormPage[], wanted: FormPage[]): PacketItem[] {
  const [first] = wanted;
  if (!first) return [];
  return [{ ...facts, formPages: issued.length, pages: wanted.map(({ number }) => number), firstCode: first.code }];
}

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Short enough to be read out on the telephone; the column is unique. */
const packetNumber = (): string => Array.from({ length: 8 }, () => letters.charAt(randomInt(letters.length))).join('');
