import { beforeAll, describe, expect, it } from 'vitest';
import { sharedDevices } from '@/lib/accounts/shared-devices';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { aDraft } from '@/tests/build/applications/drafts';
import { seededHouse, today } from '@/tests/build/applications/house';
import { anApplicant, staffOf } from '@/tests/build/applications/people';

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36';
const hours = (count: number) => new Date(today.getTime() + count * 3_600_000);

async function signsIn({ personId }: Actor, ip: string, at: Date, roleGrantId?: string): Promise<void> {
  await db.session.create({
    data: { personId: personId ?? '', ip, userAgent: windows, createdAt: at, expiresAt: hours(200), roleGrantId },
  });
}

describe('accounts that share a device', () => {
  beforeAll(seededHouse);

  it('are shown from the third on within a day, without the address', async () => {
    const people = [await anApplicant({ name: '甲示例' }), await anApplicant({ name: '乙示例' })];
    const admin = await staffOf('SYSTEM_ADMIN', 'national');
    for (const [index, person] of people.entries()) await signsIn(person, '203.0.113.7', hours(index));
    expect(await sharedDevices(admin, hours(30))).toEqual([]);
    await signsIn(await anApplicant({ name: '丙示例' }), '203.0.113.7', hours(23));
    const [shared, ...others] = await sharedDevices(admin, hours(30));
    expect(others).toEqual([]);
    expect(shared).toMatchObject({ accounts: 3, device: 'Windows 电脑上的 Chrome 浏览器' });
    expect(shared?.people.map(({ name }) => name)).toEqual(['甲示例', '乙示例', '丙示例']);
    expect(JSON.stringify(shared)).not.toContain('203.0.113');
  });

  it('are not those of staff at work, nor of three separate days', async () => {
    const admin = await staffOf('SYSTEM_ADMIN', 'national');
    for (const day of [0, 1, 2]) {
      await signsIn(await anApplicant({ name: '分日示例' }), '203.0.113.8', hours(day * 24));
    }
    for (let serial = 0; serial < 3; serial++) {
      const colleague = await staffOf('REVIEWER', 'jiangsu');
      const grant = await db.roleGrant.findFirstOrThrow({ where: { personId: colleague.personId ?? '' } });
      await signsIn(colleague, '203.0.113.9', today, grant.id);
    }
    const named = (await sharedDevices(admin, hours(72))).flatMap(({ people }) => people.map(({ name }) => name));
    expect(named).not.toContain('分日示例');
    expect(named).not.toContain('审示例');
  });

  it('are seen by provincial staff only where somebody applied to them', async () => {
    const [jiangsu, zhejiang] = [await staffOf('REVIEWER', 'jiangsu'), await staffOf('REVIEWER', 'national')];
    const people = [await anApplicant({ name: '丁示例' }), await anApplicant(), await anApplicant()];
    for (const person of people) await signsIn(person, '203.0.113.10', today);
    await aDraft({ actor: people[0] });
    const seen = (await sharedDevices(jiangsu, hours(1))).find(({ people: [first] }) => first?.name === '丁示例');
    expect(seen).toMatchObject({ accounts: 3, people: [{ name: '丁示例' }] });
    expect(await sharedDevices(zhejiang, hours(1))).toEqual([]);
    expect(await sharedDevices(people[0] ?? jiangsu, hours(1))).toEqual([]);
  });
});
