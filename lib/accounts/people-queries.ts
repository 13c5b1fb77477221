import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import { maskIdNumber, maskMobile } from '@/lib/kernel/masking';
import { documentKindNames } from '@/lib/kernel/id-number';
import { fields } from '@/lib/secrets';
import { accountIndex } from './account-index';
import { accountsVisibleTo, judgeAccount } from './policy';

/** Finds one account by the whole mobile or ID number: there is no browsing of people. */
export async function findPerson({ input: { account } }: { input: { account: string } }): Promise<string> {
  const person = await db.person.findFirst({ where: accountIndex(account), select: { id: true } });
  if (person) return person.id;
  const sentence = '没有找到这个账号。请核对号码是否完整；对方还没有注册的，请先请他注册。';
  throw new DomainError('NOBODY', sentence, { account: [sentence] });
}

/** One account as its administrator sees it: masked numbers, roles held and held before. */
export async function managedPerson(actor: Actor, personId: string) {
  if (judgeAccount(actor, 'find_people', null).answer !== 'yes') return null;
  const person = await db.person.findUnique({
    where: { id: personId },
    include: { roles: { include: { association: true, unit: true }, orderBy: { grantedAt: 'desc' } } },
  });
  if (!person) return null;
  const { id, name, roles, createdAt, disabledAt, closedAt } = person;
  return {
    id,
    name,
    documentKind: documentKindNames[person.documentKind],
    documentMasked: maskIdNumber(fields().open(person.documentCipher)),
    mobileMasked: maskMobile(fields().open(person.phoneCipher)),
    createdAt,
    disabledAt,
    closedAt,
    isSelf: id === actor.personId,
    roles: roles.map(({ id: grantId, role, association, unit, grantedAt, approvedAt, revokedAt }) => ({
      grantId,
      role,
      place: unit?.name ?? association?.name ?? null,
      grantedAt,
      approvedAt,
      revokedAt,
    })),
  };
}

export const associationsForRoles = () =>
  db.association.findMany({
    select: { id: true, name: true, kind: true },
    orderBy: [{ kind: 'asc' }, { provinceCode: 'asc' }],
  });

/** Who holds staff roles now. */
export async function staffList(actor: Actor) {
  if (judgeAccount(actor, 'find_people', null).answer !== 'yes') return [];
  return db.roleGrant.findMany({
    where: { revokedAt: null, approvedAt: { not: null }, role: { notIn: ['APPLICANT', 'UNIT_ADMIN'] } },
    select: {
      id: true,
      role: true,
      grantedAt: true,
      person: { select: { id: true, name: true } },
      association: { select: { name: true } },
    },
    orderBy: [{ role: 'asc' }, { grantedAt: 'asc' }],
    take: 300,
  });
}

/** Open and lately decided wishes to move an account to a new number, of people whom this actor looks after. */
export async function recoveryQueue(actor: Actor) {
  const visible = accountsVisibleTo(actor);
  if (!visible) return [];
  const wishes = await db.recoveryRequest.findMany({
    where: { person: visible },
    include: { person: { select: { id: true, name: true, documentCipher: true, phoneCipher: true } } },
    orderBy: [{ status: 'asc' }, { createdAt: 'desc' }],
    take: 100,
  });
  return wishes.map(({ person, newPhoneCipher, newPhoneIndex: _, ...wish }) => ({
    ...wish,
    accountName: person.name,
    isSameName: person.name === wish.claimedName,
    documentMasked: maskIdNumber(fields().open(person.documentCipher)),
    oldMobileMasked: maskMobile(fields().open(person.phoneCipher)),
    newMobile: wish.status === 'OPEN' ? fields().open(newPhoneCipher) : maskMobile(fields().open(newPhoneCipher)),
    isOwn: person.id === actor.personId,
  }));
}

/** Open and lately decided requests about own data. */
export async function dataRequestQueue(actor: Actor) {
  if (judgeAccount(actor, 'decide_data_request', null).answer !== 'yes') return [];
  const requests = await db.dataRequest.findMany({
    include: { person: { select: { id: true, name: true, documentCipher: true } } },
    orderBy: [{ status: 'asc' }, { createdAt: 'desc' }],
    take: 100,
  });
  return requests.map(({ person, proposedCipher, ...request }) => ({
    ...request,
    accountName: person.name,
    documentMasked: maskIdNumber(fields().open(person.documentCipher)),
    proposed: proposedCipher ? fields().open(proposedCipher).split(':').at(-1) : null,
    isOwn: person.id === actor.personId,
  }));
}
