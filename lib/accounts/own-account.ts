import { db } from '@/lib/db/client';
import type { Actor, Role } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { documentKindNames } from '@/lib/kernel/id-number';
import { maskEmail, maskIdNumber, maskMobile } from '@/lib/kernel/masking';
import { fields } from '@/lib/secrets';

/** What a person reads of his own account; numbers are masked here. */
export async function ownAccount(actor: Actor) {
  const person = await db.person.findUnique({ where: { id: ownId(actor) } });
  if (!person) throw new NotFoundError('person');
  const { name, sex, birthday, email, passwordHash, passwordSetAt, persona, createdAt } = person;
  return {
    name,
    sex: sex === 'MALE' ? '男' : sex === 'FEMALE' ? '女' : null,
    birthday,
    documentKind: documentKindNames[person.documentKind],
    documentMasked: maskIdNumber(fields().open(person.documentCipher)),
    mobileMasked: maskMobile(fields().open(person.phoneCipher)),
    email,
    emailMasked: email ? maskEmail(email) : null,
    hasPassword: passwordHash !== null,
    passwordSetAt,
    isPersona: persona !== null,
    createdAt,
  };
}

export type OwnAccount = Awaited<ReturnType<typeof ownAccount>>;

export interface OwnRole {
  /** `applicant` or the id of a grant. */
  grantId: string;
  role: Role;
  /** The association or unit that it is for. */
  place: string | null;
  isCurrent: boolean;
  /** Asked for, and not yet approved. */
  isWaiting: boolean;
}

/** Applicant first, then every grant that stands or waits. */
export async function ownRoles(actor: Actor): Promise<OwnRole[]> {
  const grants = await db.roleGrant.findMany({
    where: { personId: ownId(actor), revokedAt: null },
    include: { association: true, unit: true },
    orderBy: { grantedAt: 'asc' },
  });
  const session = actor.sessionId ? await db.session.findUnique({ where: { id: actor.sessionId } }) : null;
  const current = session?.roleGrantId ?? 'applicant';
  const applicant = {
    grantId: 'applicant',
    role: 'APPLICANT',
    place: null,
    isCurrent: current === 'applicant',
    isWaiting: false,
  } as const;
  return [
    applicant,
    ...grants.map(({ id, role, association, unit, approvedAt }) => ({
      grantId: id,
      role,
      place: unit?.name ?? association?.name ?? null,
      isCurrent: id === current,
      isWaiting: approvedAt === null,
    })),
  ];
}

/** Where the account is signed in now, the present device first. */
export async function ownSessions(actor: Actor, now: Date) {
  const sessions = await db.session.findMany({
    where: { personId: ownId(actor), revokedAt: null, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: 'desc' },
    take: 50,
    select: { id: true, createdAt: true, lastSeenAt: true, userAgent: true, ip: true },
  });
  return sessions
    .map((session) => ({ ...session, isCurrent: session.id === actor.sessionId }))
    .sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}

export const ownConsents = (actor: Actor) =>
  db.consentRecord.findMany({ where: { personId: ownId(actor) }, orderBy: [{ at: 'desc' }, { id: 'desc' }] });

export const ownDataRequests = (actor: Actor) =>
  db.dataRequest.findMany({
    where: { personId: ownId(actor) },
    orderBy: { createdAt: 'desc' },
    select: { id: true, kind: true, reason: true, status: true, createdAt: true, decidedAt: true, decisionNote: true },
  });

function ownId({ personId }: Actor): string {
  if (!personId) throw new NotFoundError('person');
  return personId;
}
