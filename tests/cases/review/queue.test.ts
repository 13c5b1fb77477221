import { beforeAll, describe, expect, it } from 'vitest';
import { assignApplications } from '@/lib/applications/claim-application';
import { lockApplication } from '@/lib/applications/lock-application';
import { officeQueue, queueCounts, queueNeighbours } from '@/lib/applications/office-queries';
import { queueFilters } from '@/lib/applications/office-schema';
import { reviewDossier } from '@/lib/applications/review-queries';
import { revealIdentity } from '@/lib/applications/reveal-identity';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { act } from '@/tests/build/applications/act';
import { seededHouse, today } from '@/tests/build/applications/house';
import { anApplicant, holdCertificate, staffOf } from '@/tests/build/applications/people';
import { claim } from '@/tests/build/applications/reviewed';
import { aCompleteApplication, aLockedForm } from '@/tests/build/applications/submitted';

const filters = queueFilters.parse({});
const waitingFor = async (actor: Actor) => (await officeQueue(actor, filters, today)).rows.map(({ id }) => id);

const assign = (actor: Actor, ids: string[], assigneeId: string) =>
  inTransaction(async (tx) => {
    const subject = [];
    for (const id of ids) subject.push(await lockApplication(tx, id));
    return assignApplications({ tx, actor, subject, now: today, input: { assigneeId } });
  });

async function staffOfZhejiang(): Promise<Actor> {
  const names = { name: '示例协会（浙江）', provinceName: '浙江省', provinceCode: '33' };
  await db.association.create({ data: { id: 'zhejiang', kind: 'PROVINCIAL', ...names } });
  return staffOf('REVIEWER', 'zhejiang');
}

describe('the office queue', () => {
  beforeAll(seededHouse);

  it('shows provincial staff what their association decides, and 高级 to national staff only', async () => {
    const [jiangsu, national] = [await staffOf('REVIEWER', 'jiangsu'), await staffOf('NATIONAL_STAFF', 'national')];
    const zhejiang = await staffOfZhejiang();
    const primary = await aCompleteApplication();
    const holder = await anApplicant();
    await holdCertificate(holder, 'INTERMEDIATE');
    const senior = await aCompleteApplication({ actor: holder, level: 'SENIOR' });

    expect(await waitingFor(jiangsu)).toContain(primary.applicationId);
    expect(await waitingFor(jiangsu)).not.toContain(senior.applicationId);
    expect(await waitingFor(national)).toEqual([senior.applicationId]);
    expect(await waitingFor(zhejiang)).toEqual([]);
    expect(await reviewDossier(zhejiang, primary.applicationId)).toBeNull();
    expect(await reviewDossier(jiangsu, senior.applicationId)).toBeNull();
  });

  it('never shows a reviewer his own application', async () => {
    const reviewer = await staffOf('REVIEWER', 'jiangsu');
    const own = await aCompleteApplication({ actor: { ...reviewer, role: 'APPLICANT', associationId: null } });
    expect(await waitingFor(reviewer)).not.toContain(own.applicationId);
    expect(await reviewDossier(reviewer, own.applicationId)).toBeNull();
    await expect(claim(reviewer, own.applicationId)).rejects.toThrow(/not found/);
  });

  it('keeps drafts and unpaid forms out of the waiting view', async () => {
    const reviewer = await staffOf('REVIEWER', 'jiangsu');
    const locked = await aLockedForm();
    expect(await waitingFor(reviewer)).not.toContain(locked.applicationId);
  });

  it('is handed out by the dozen, but to nobody who may not review', async () => {
    const [chief, colleague] = [await staffOf('REVIEWER', 'jiangsu'), await staffOf('REVIEWER', 'jiangsu')];
    const outsider = await anApplicant();
    const ids = [(await aCompleteApplication()).applicationId, (await aCompleteApplication()).applicationId].toSorted();
    await expect(assign(chief, ids, outsider.personId ?? '')).rejects.toThrow(/不是本协会的审核人员/);
    expect(await assign(chief, ids, colleague.personId ?? '')).toBe(2);
    expect((await queueCounts(colleague)).mine).toBe(2);
    const mine = queueFilters.parse({ view: 'mine' });
    const [first, second] = (await officeQueue(colleague, mine, today)).rows;
    const step = await queueNeighbours(colleague, mine, { id: first?.id ?? '', now: today });
    expect(step).toMatchObject({ previous: null, next: second?.id, position: 1, total: 2 });
  });

  it('finds an application by name, number or unit', async () => {
    const reviewer = await staffOf('REVIEWER', 'jiangsu');
    const draft = await aCompleteApplication({ actor: await anApplicant({ name: '寻示例' }) });
    const { number } = await db.application.findUniqueOrThrow({ where: { id: draft.applicationId } });
    for (const q of ['寻示例', number.toLowerCase()]) {
      const found = await officeQueue(reviewer, queueFilters.parse({ q }), today);
      expect(found.rows.map(({ id }) => id)).toEqual([draft.applicationId]);
    }
  });

  it('writes down who looked at a full ID number', async () => {
    const reviewer = await staffOf('REVIEWER', 'jiangsu');
    const { applicationId } = await aCompleteApplication();
    const number = await act(revealIdentity, {
      actor: reviewer,
      applicationId,
      ability: 'reveal_identity',
      input: { what: 'document' },
    });
    expect(number).toMatch(/^320000\d{11}[\dX]$/);
    const looks = await db.auditEvent.findMany({
      where: { stream: `application:${applicationId}`, name: 'identity_revealed' },
    });
    expect(looks.map(({ actorId }) => actorId)).toEqual([reviewer.personId]);
  });
});
