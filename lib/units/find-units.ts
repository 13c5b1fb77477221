import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { regionName } from '@/lib/kernel/regions';

export interface FoundUnit {
  id: string;
  title: string;
  /** Code, place, and whether it still waits to be verified. */
  detail: string;
}

interface Row {
  id: string;
  name: string;
  creditCode: string;
  regionCode: string;
  status: 'PENDING' | 'APPROVED';
}

const most = 8;

/**
 * Units for choosing one, by credit code or by name. Every part of the text must occur; the characters of a part may
 * stand apart, so that 南京一中 finds 南京市第一中学. Present names, whole words and short names come first.
 */
export async function findUnits(text: string): Promise<FoundUnit[]> {
  const plain = text.normalize('NFKC').replace(/\p{Cc}/gu, ' ').trim().slice(0, 60);
  if ([...plain].length < 2) return [];
  const rows = /^[0-9A-Z\s-]{6,}$/i.test(plain) ? await byCode(plain) : await byName(plain);
  return rows.map(({ id, name, creditCode, regionCode, status }) => ({
    id,
    title: name,
    detail: `${creditCode} · ${regionName(regionCode)}${status === 'PENDING' ? ' · 待核实' : ''}`,
  }));
}

function byCode(text: string): Promise<Row[]> {
  const begin = `${text.replace(/[\s-]/g, '').toUpperCase()}%`;
  return db.$queryRaw<Row[]>`
    SELECT id, name, "creditCode", "regionCode", status FROM "Unit"
    WHERE status <> 'REJECTED' AND "creditCode" LIKE ${begin} ORDER BY "creditCode" LIMIT ${most}`;
}

function byName(text: string): Promise<Row[]> {
  const parts = text.split(/\s+/);
  const searched = Prisma.sql`(name || ' ' || coalesce(array_to_string("formerNames", ' '), ''))`;
  const conditions = parts.map((part) => Prisma.sql`${searched} ILIKE ${scattered(part)}`);
  const whole = `%${parts.map(escaped).join('%')}%`;
  return db.$queryRaw<Row[]>`
    SELECT id, name, "creditCode", "regionCode", status FROM "Unit"
    WHERE status <> 'REJECTED' AND ${Prisma.join(conditions, ' AND ')}
    ORDER BY name ILIKE ${whole} DESC, status = 'APPROVED' DESC, char_length(name), name LIMIT ${most}`;
}

/** Brackets match in either width. */
const escaped = (text: string): string =>
  text.replace(/[\\%_]/g, (character) => `\\${character}`).replace(/[()]/g, '_');

const scattered = (part: string): string => `%${[...part].map(escaped).join('%')}%`;
