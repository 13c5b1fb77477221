import { randomInt, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { admitUpload } from '@/lib/applications/admit-upload';
import { findFile } from '@/lib/applications/find-file';
import { receiveUpload } from '@/lib/applications/receive-upload';
import { db } from '@/lib/db/client';
import type { StoredFile } from '@/lib/db/generated/client';
import type { FilePurpose } from '@/lib/files/purposes';
import type { Actor, Role } from '@/lib/kernel/actor';
import { onePage } from '@/tests/build/hostile/pdf-parts';
import { payDay, payingApplicant, somebody } from '@/tests/build/paying-applicant';
import { arrived } from '@/tests/build/uploads/arrived';

const now = payDay;
let owner: Actor;
let applicationId: string;
let unitId: string;

beforeAll(async () => {
  const applicant = await payingApplicant();
  owner = applicant.actor;
  applicationId = applicant.applicationId;
  const creditCode = `T${randomInt(1e14).toString().padStart(17, '0')}`;
  const unit = await db.unit.create({ data: { name: '示例小学', creditCode, kind: 'SCHOOL', regionCode: '320100', status: 'APPROVED' } });
  unitId = unit.id;
  await db.application.update({ where: { id: applicationId }, data: { unitId } });
});

async function fileFor(purpose: FilePurpose): Promise<StoredFile> {
  const id = randomUUID();
  const facts = { mediaType: 'application/pdf', bytes: 1, sha256: 'x', status: 'CLEAN' as const, name: 'a.pdf' };
  const personId = owner.personId ?? '';
  const data = { id, ownerId: personId, uploadedById: personId, applicationId, purpose, storageKey: `files/${id}/a.pdf`, ...facts };
  return db.storedFile.create({ data });
}

const actorAs = async (role: Role, more: Partial<Actor> = {}): Promise<Actor> => ({ ...(await somebody(role, '示例')), ...more });

describe('a file is found', () => {
  const everybody = async (): Promise<Record<string, Actor>> => ({
    owner,
    'somebody else': await actorAs('APPLICANT'),
    'administrator of the unit': await actorAs('UNIT_ADMIN', { unitId }),
    'administrator of another unit': await actorAs('UNIT_ADMIN', { unitId: randomUUID() }),
    'the applicant as administrator of the unit': { ...owner, role: 'UNIT_ADMIN', unitId },
    'staff who decide': await actorAs('REVIEWER', { associationId: 'jiangsu' }),
    'staff of another province': await actorAs('REVIEWER', { associationId: 'zhejiang' }),
    'finance of the association': await actorAs('FINANCE', { associationId: 'jiangsu' }),
    'finance of another': await actorAs('FINANCE', { associationId: 'zhejiang' }),
    expert: await actorAs('EXPERT'),
  });

  async function findersOf(file: StoredFile): Promise<string[]> {
    const finders: string[] = [];
    for (const [who, actor] of Object.entries(await everybody())) {
      const found = await findFile(actor, file.id).catch((error: Error) => {
        expect(error.message).toBe('not found: file');
        return null;
      });
      if (found) finders.push(who);
    }
    return finders;
  }

  it('by those who stand to the application', async () => {
    expect(await findersOf(await fileFor('STAMPED_FORM'))).toEqual(['owner', 'administrator of the unit', 'staff who decide']);
  });

  it('and a voucher by finance instead of by unit and reviewers', async () => {
    expect(await findersOf(await fileFor('PAYMENT_VOUCHER'))).toEqual(['owner', 'finance of the association']);
  });

  it('by nobody when it is not there', async () => {
    await expect(findFile(owner, randomUUID())).rejects.toThrow('not found');
  });
});

describe('an upload is admitted', () => {
  const admit = (actor: Actor, purpose: FilePurpose, bytes = 1000) => admitUpload({ actor, purpose, applicationId, bytes, now });

  it('where the same person may do what the file is for', async () => {
    expect(await admit(owner, 'STAMPED_FORM')).toEqual({ ownerId: owner.personId });
    expect(await admit(await actorAs('UNIT_ADMIN', { unitId }), 'STAMPED_FORM')).toEqual({ ownerId: owner.personId });
    expect(await admit(owner, 'PAYMENT_VOUCHER')).toEqual({ ownerId: owner.personId });
  });

  it('not for an application of somebody else, which answers like none', async () => {
    const stranger = await actorAs('APPLICANT');
    await expect(admit(stranger, 'EVIDENCE')).rejects.toThrow('not found: application');
    await expect(admitUpload({ actor: stranger, purpose: 'EVIDENCE', applicationId: randomUUID(), bytes: 1, now })).rejects.toThrow(
      'not found: application',
    );
    await expect(admit({ ...owner, role: 'UNIT_ADMIN', unitId }, 'STAMPED_FORM')).rejects.toThrow('not found');
  });

  it('not when the form is locked, with the reason', async () => {
    await expect(admit(owner, 'EVIDENCE')).rejects.toMatchObject({ code: 'NOT_YET', sentence: expect.stringMatching(/。$/) });
  });

  it('not beyond the size of one file or of all together', async () => {
    const megabyte = 1024 * 1024;
    await expect(admit(owner, 'PAYMENT_VOUCHER', 10 * megabyte + 1)).rejects.toMatchObject({ code: 'TOO_LARGE' });
    await expect(admit(owner, 'STAMPED_FORM', 0)).rejects.toMatchObject({ code: 'EMPTY' });
    const file = await fileFor('STAMPED_FORM');
    await db.storedFile.update({ where: { id: file.id }, data: { bytes: 50 * megabyte } });
    await expect(admit(owner, 'STAMPED_FORM', 11 * megabyte)).rejects.toMatchObject({
      sentence: '盖章扫描件合计超过 60 MB，请先删除不需要的文件，或压缩后再上传。',
    });
    await db.storedFile.delete({ where: { id: file.id } });
  });

  it('not without end', async () => {
    const busy = await payingApplicant();
    const voucher = { actor: busy.actor, purpose: 'PAYMENT_VOUCHER', applicationId: busy.applicationId, bytes: 10, now } as const;
    const answers = await Promise.allSettled(Array.from({ length: 160 }, () => admitUpload(voucher)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(150);
    await expect(admitUpload(voucher)).rejects.toMatchObject({
      code: 'TOO_MANY_UPLOADS',
      sentence: expect.stringMatching(/^上传得太频繁，请 \d+ 分钟后再试。$/),
    });
  });

  it('not to fill the disk, however patiently', async () => {
    const { actor, applicationId: id } = await payingApplicant();
    const voucher = { actor, purpose: 'PAYMENT_VOUCHER', applicationId: id, bytes: 10 * 1024 * 1024, now } as const;
    const aQuarterLater = async () => {
      const keys = ['uploads', 'upload-mebibytes'].map((what) => `${what}:${actor.personId}`);
      await db.rateLimit.deleteMany({ where: { key: { in: keys } } });
      const answers = await Promise.allSettled(Array.from({ length: 79 }, () => admitUpload(voucher)));
      return answers.filter(({ status }) => status === 'fulfilled').length;
    };
    expect([await aQuarterLater(), await aQuarterLater()]).toEqual([79, 71]);
    await expect(admitUpload(voucher)).rejects.toMatchObject({ sentence: expect.stringMatching(/^上传得太频繁，请 \d+ 小时/) });
  });

  it('not for a purpose that no page has', async () => {
    await expect(admitUpload({ actor: owner, purpose: 'UNIT_PROOF', bytes: 10, now })).rejects.toThrow('not found');
  });

  it('in one piece too, and becomes a file', async () => {
    const { path, name } = await arrived({ ownerId: owner.personId ?? '', bytes: onePage(), name: '转账凭证.PDF' });
    const file = await receiveUpload({ actor: owner, purpose: 'PAYMENT_VOUCHER', applicationId, bytes: 500, now, path, name });
    expect(file).toMatchObject({ name: '转账凭证.pdf', purpose: 'PAYMENT_VOUCHER', applicationId, status: 'CLEAN' });
    expect(await findFile(owner, file.id)).toMatchObject({ id: file.id });
  });
});
