import { db } from '@/lib/db/client';
import type { Prisma, StoredFile } from '@/lib/db/generated/client';
import { fileVisibleTo } from '@/lib/files/policy';
import type { Actor } from '@/lib/kernel/actor';
import { isUuid } from '@/lib/kernel/uuid';
import { relationsOf, visibleTo } from './policy';
import { sheetParts } from './stamped-scan';
import { liveShare } from './unit-orders/unit-payment';

const dossier = {
  person: {
    select: {
      id: true,
      name: true,
      sex: true,
      documentKind: true,
      documentCipher: true,
      phoneCipher: true,
      email: true,
    },
  },
  unit: true,
  claimedBy: { select: { id: true, name: true } },
  cycle: { include: { association: true } },
  cycleLevel: true,
  snapshots: { orderBy: { version: 'desc' } },
  stampedForms: {
    orderBy: { uploadedAt: 'desc' },
    include: {
      sheets: { orderBy: [{ page: 'asc' }, { sheet: { filedAt: 'asc' } }], include: { sheet: { include: sheetParts } } },
    },
  },
  decisions: { orderBy: { decidedAt: 'desc' } },
  eligibility: { orderBy: { at: 'desc' }, take: 1 },
  orders: { orderBy: { createdAt: 'desc' } },
  orderItems: liveShare,
} as const satisfies Prisma.ApplicationInclude;

export type Dossier = Prisma.ApplicationGetPayload<{ include: typeof dossier }>;

/** Everything that a reviewer looks at, or null where it is not this person's to see. */
export async function reviewDossier(actor: Actor, id: string): Promise<Dossier | null> {
  const visible = visibleTo(actor);
  if (!visible || !isUuid(id)) return null;
  return db.application.findFirst({ where: { AND: [visible, { id }] }, include: dossier });
}

/** A proof of the dossier with the dossier itself; also one that a later version of the form left out. */
export async function dossierEvidence(
  actor: Actor,
  { applicationId, fileId }: { applicationId: string; fileId: string },
): Promise<{ application: Dossier; file: StoredFile } | null> {
  const application = await reviewDossier(actor, applicationId);
  if (!application || !isUuid(fileId)) return null;
  const file = await db.storedFile.findFirst({ where: { id: fileId, applicationId, purpose: 'EVIDENCE' } });
  return file && fileVisibleTo(file, relationsOf(actor, application)) ? { application, file } : null;
}

/** Colleagues who may be given applications of this association. */
export function reviewersOf(associationId: string | null): Promise<{ id: string; name: string }[]> {
  if (!associationId) return Promise.resolve([]);
  return db.person.findMany({
    where: {
      disabledAt: null,
      roles: {
        some: {
          associationId,
          role: { in: ['REVIEWER', 'NATIONAL_STAFF'] },
          revokedAt: null,
          approvedAt: { not: null },
        },
      },
    },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}

/** Audit of one application: its own chain and those of its orders. */
export async function applicationAudit(actor: Actor, id: string) {
  const application = await reviewDossier(actor, id);
  if (!application) return null;
  const streams = [`application:${id}`, ...application.orders.map((order) => `order:${order.id}`)];
  const events = await db.auditEvent.findMany({ where: { stream: { in: streams } }, orderBy: { id: 'asc' } });
  return { application, events };
}
