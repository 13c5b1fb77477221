import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { fields } from '@/lib/secrets';
import { type BusiestDay, busiestDay, type DeviceUse } from './busiest-day';
import { deviceName } from './device-name';
import { accountsVisibleTo } from './policy';

/** From how many applicants' accounts within 24 hours a device is shown. */
export const manyAccounts = 3;
export const lookBackDays = 30;
const dayMs = 24 * 60 * 60_000;
const mostShown = 50;

export interface SharedDevice {
  /** Tells two devices apart without showing an address. */
  mark: string;
  device: string;
  accounts: number;
  newAccounts: number;
  from: Date;
  to: Date;
  people: SharedAccount[];
}

export interface SharedAccount {
  personId: string;
  name: string;
  /** Of the latest application. */
  unit: string | null;
  number: string | null;
}

interface Use extends DeviceUse {
  ip: string;
  userAgent: string;
}

/**
 * Network address and browser with which several applicants signed in within 24 hours (R34). A school's office shares
 * both as well, so this is where to look, never what to decide by.
 */
export async function sharedDevices(actor: Actor, now: Date): Promise<SharedDevice[]> {
  const visible = accountsVisibleTo(actor);
  if (!visible) return [];
  const uses = await usesOfSharedDevices(new Date(now.getTime() - lookBackDays * dayMs));
  const busy = [...Map.groupBy(uses, markOf)].flatMap(([mark, ofDevice]) => {
    const day = busiestDay(ofDevice);
    const userAgent = ofDevice[0]?.userAgent ?? '';
    return day && day.personIds.length >= manyAccounts ? [{ mark, device: deviceName(userAgent), day }] : [];
  });
  const people = await peopleOf(
    busy.flatMap(({ day }) => day.personIds),
    visible,
  );
  return busy
    .map((one) => sharedDevice(one, people))
    .filter((shared) => shared.people.length > 0)
    .sort((one, other) => other.accounts - one.accounts || other.to.getTime() - one.to.getTime())
    .slice(0, mostShown);
}

const markOf = ({ ip, userAgent }: Use): string =>
  fields()
    .index('device', `${ip}\n${userAgent}`)
    .replace(/[^\dA-Za-z]/g, '')
    .slice(0, 8)
    .toUpperCase();

/** Sessions begun as applicant; demo personas share one browser by their nature. */
function usesOfSharedDevices(since: Date): Promise<Use[]> {
  return db.$queryRaw<Use[]>`
    WITH use AS (
      SELECT s.ip, s."userAgent", s."personId", s."createdAt" FROM "Session" s JOIN "Person" p ON p.id = s."personId"
      WHERE s."createdAt" >= ${since} AND s.ip <> '' AND s."roleGrantId" IS NULL AND p.persona IS NULL)
    SELECT ip, "userAgent", "personId", "createdAt" AS at FROM use JOIN (
      SELECT ip, "userAgent" FROM use GROUP BY ip, "userAgent" HAVING count(DISTINCT "personId") >= ${manyAccounts}
    ) many USING (ip, "userAgent") ORDER BY "createdAt"`;
}

type Found = Awaited<ReturnType<typeof peopleOf>>;

async function peopleOf(personIds: string[], visible: Record<string, unknown>) {
  const rows = await db.person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    select: {
      id: true,
      name: true,
      createdAt: true,
      applications: { orderBy: { createdAt: 'desc' }, take: 1, include: { unit: true } },
    },
  });
  const seen = await db.person.findMany({
    where: { AND: [visible, { id: { in: rows.map(({ id }) => id) } }] },
    select: { id: true },
  });
  const ids = new Set(seen.map(({ id }) => id));
  return new Map(rows.map((row) => [row.id, { ...row, isVisible: ids.has(row.id) }]));
}

function sharedDevice(
  { mark, device, day }: { mark: string; device: string; day: BusiestDay },
  found: Found,
): SharedDevice {
  const people = day.personIds.flatMap((id) => found.get(id) ?? []);
  return {
    mark,
    device,
    accounts: people.length,
    newAccounts: people.filter(({ createdAt }) => createdAt >= day.from && createdAt <= day.to).length,
    from: day.from,
    to: day.to,
    people: people
      .filter(({ isVisible }) => isVisible)
      .map(({ id, name, applications: [latest] }) => ({
        personId: id,
        name,
        unit: latest?.unit?.name ?? null,
        number: latest?.number ?? null,
      })),
  };
}
