import { Readable } from 'node:stream';
import { levelNames } from '@/lib/catalogue/labels';
import { db } from '@/lib/db/client';
import type { FormSnapshot } from '@/lib/db/generated/client';
import { makeCoverList } from '@/lib/documents/cover-list/make-cover-list';
import { readableCode } from '@/lib/documents/application-form/page-code';
import { JoinedPdf } from '@/lib/documents/pdf/join-pdfs';
import { openStore } from '@/lib/files/open-store';
import { longDate } from '@/lib/kernel/dates';
import { pageKey } from '@/lib/secrets';
import { issuedBytes } from '../issued-bytes';
import { type PacketItem, pagesInWords, readPacketItems, sheetsOf } from './packet-items';

interface Part {
  item: PacketItem;
  snapshot: FormSnapshot;
}

/** The list, then every form; a form that was changed since it was asked for is left out and named. Made once. */
export async function makePacket(packetId: string, now: Date): Promise<void> {
  const packet = await db.stampPacket.findUnique({ where: { id: packetId }, include: { unit: true } });
  if (!packet || packet.status === 'READY') return;
  const items = readPacketItems(packet.items);
  const { parts, leftOut } = await currentParts(items);
  const joined = await JoinedPdf.begin({ isDuplex: packet.isDuplex, title: '盖章清单' });
  const list = await makeCoverList({
    words: {
      packetNumber: packet.number,
      unitName: packet.unit.name,
      madeOn: longDate(packet.createdAt),
      isDuplex: packet.isDuplex,
      isDemonstration: await isDemonstration(items),
      rows: parts.map(({ item }) => rowOf(item)),
    },
    totals: {
      forms: parts.length,
      pages: sum(parts.map(({ item }) => item.pages.length)),
      sheets: sum(parts.map(({ item }) => sheetsOf(item, packet.isDuplex))),
    },
    pageKey: pageKey(),
  });
  await joined.add({ bytes: list.bytes });
  for (const [index, { item, snapshot }] of parts.entries()) {
    await joined.add({ bytes: await issuedBytes(snapshot), pages: item.pages });
    await db.stampPacket.update({ where: { id: packetId }, data: { done: index + 1 } });
  }
  const bytes = await joined.finish();
  const storageKey = `packets/${packetId}.pdf`;
  await openStore().put(storageKey, Readable.from([Buffer.from(bytes)]));
  await db.stampPacket.update({
    where: { id: packetId },
    data: { status: 'READY', storageKey, bytes: bytes.length, pages: joined.pages, leftOut, madeAt: now },
  });
}

async function currentParts(items: PacketItem[]): Promise<{ parts: Part[]; leftOut: string[] }> {
  const snapshots = await db.formSnapshot.findMany({
    where: {
      applicationId: { in: items.map(({ applicationId }) => applicationId) },
      supersededAt: null,
      application: { status: { notIn: ['DRAFT', 'WITHDRAWN', 'DISCARDED'] } },
    },
  });
  const parts: Part[] = [];
  const leftOut: string[] = [];
  for (const item of items) {
    const snapshot = snapshots.find(
      ({ applicationId, version }) => applicationId === item.applicationId && version === item.version,
    );
    if (snapshot) parts.push({ item, snapshot });
    else leftOut.push(`${item.name}（${item.number}）的申报书刚被修改或撤回，没有放入。`);
  }
  return { parts, leftOut };
}

async function isDemonstration(items: PacketItem[]): Promise<boolean> {
  const ids = items.map(({ applicationId }) => applicationId);
  return (await db.application.count({ where: { id: { in: ids }, cycle: { isDemonstration: true } } })) > 0;
}

const rowOf = (item: PacketItem) => ({
  number: item.number,
  name: item.name,
  level: levelNames[item.level],
  version: item.version,
  pages: pagesInWords(item),
  letters: readableCode(item.firstCode).letters.slice(-9),
});

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
