import { db } from '@/lib/db/client';
import { isUuid } from '@/lib/kernel/uuid';
import { isStreamKind, type StreamKind, streamNames } from './labels';

type Named = { id: string; words: string };

/** For each kind of chain, how those with these ids are known to people. */
const finders: Record<StreamKind, (ids: string[]) => Promise<Named[]>> = {
  application: async (ids) => {
    const select = { id: true, number: true, person: { select: { name: true } } } as const;
    const rows = await db.application.findMany({ where: { id: { in: ids } }, select });
    return rows.map(({ id, number, person }) => ({ id, words: `${number} ${person.name}` }));
  },
  order: async (ids) => {
    const rows = await db.order.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } });
    return rows.map(({ id, number }) => ({ id, words: number }));
  },
  person: async (ids) => byName(await db.person.findMany({ where: { id: { in: ids } }, select: idAndName })),
  unit: async (ids) => byName(await db.unit.findMany({ where: { id: { in: ids } }, select: idAndName })),
  cycle: async (ids) => byName(await db.cycle.findMany({ where: { id: { in: ids } }, select: idAndName })),
  notice: async (ids) => {
    const rows = await db.notice.findMany({ where: { id: { in: ids } }, select: { id: true, title: true } });
    return rows.map(({ id, title }) => ({ id, words: title }));
  },
  anchor: async (ids) => byName(await db.trustAnchor.findMany({ where: { id: { in: ids } }, select: idAndName })),
};

const idAndName = { id: true, name: true } as const;
const byName = (rows: { id: string; name: string }[]): Named[] => rows.map(({ id, name }) => ({ id, words: name }));

/** What each chain of events is about: 申报 JS24C00000001 王示例. One question a kind. */
export async function nameSubjects(streams: readonly string[]): Promise<Map<string, string>> {
  const wanted = new Map<StreamKind, Set<string>>();
  for (const stream of streams) {
    const [kind = '', id = ''] = stream.split(':');
    if (isStreamKind(kind) && isUuid(id)) wanted.set(kind, (wanted.get(kind) ?? new Set()).add(id));
  }
  const found = await Promise.all([...wanted].map(([kind, ids]) => namesOf(kind, [...ids])));
  return new Map(found.flat());
}

async function namesOf(kind: StreamKind, ids: string[]): Promise<[string, string][]> {
  const named = await finders[kind](ids);
  return named.map(({ id, words }) => [`${kind}:${id}`, `${streamNames[kind]} ${words}`]);
}
