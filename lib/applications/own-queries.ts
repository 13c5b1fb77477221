import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { maskIdNumber, maskMobile } from '@/lib/kernel/masking';
import { fields } from '@/lib/secrets';
import { liveShare } from './unit-orders/unit-payment';

const cardParts = {
  cycle: { include: { association: true } },
  cycleLevel: true,
  unit: true,
  orderItems: liveShare,
  person: { select: { name: true, sex: true, phoneCipher: true, documentCipher: true } },
} as const satisfies Prisma.ApplicationInclude;

type CardRow = Prisma.ApplicationGetPayload<{ include: typeof cardParts }>;
export type OwnCard = ReturnType<typeof cardOf>;

/** 我的认证: one's own applications, the latest first; thrown-away drafts are gone. */
export async function ownApplications(actor: Actor): Promise<OwnCard[]> {
  if (!actor.personId) return [];
  const rows = await db.application.findMany({
    where: { personId: actor.personId, status: { not: 'DISCARDED' } },
    include: cardParts,
    orderBy: { createdAt: 'desc' },
  });
  return rows.map(cardOf);
}

function cardOf({ person: { phoneCipher, documentCipher, ...person }, ...row }: CardRow) {
  const masked = {
    phone: maskMobile(fields().open(phoneCipher)),
    document: maskIdNumber(fields().open(documentCipher)),
  };
  return { ...row, person, masked };
}

/** 证书管理: issued or imported, the latest first. */
export async function ownCertificates(actor: Actor) {
  if (!actor.personId) return [];
  const certificates = await db.certificate.findMany({
    where: { personId: actor.personId },
    orderBy: { issuedOn: 'desc' },
  });
  const associations = await db.association.findMany({ select: { id: true, name: true, provinceName: true } });
  return certificates.map((certificate) => ({
    ...certificate,
    issuer: associations.find(({ id }) => id === certificate.associationId),
  }));
}
