import { recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { fields } from '@/lib/secrets';

/** Everything kept about one person, for himself: plain objects, numbers in clear. That it was asked for is recorded. */
export async function exportOwnData(actor: Actor, now: Date): Promise<Record<string, unknown>> {
  const personId = actor.personId;
  const person = personId ? await db.person.findUnique({ where: { id: personId } }) : null;
  if (!personId || !person) throw new NotFoundError('person');
  const { documentCipher, documentIndex, phoneCipher, phoneIndex, passwordHash, ...plain } = person;
  const [account, dossiers] = await Promise.all([accountRecords(personId), dossierRecords(personId)]);
  await inTransaction((tx) =>
    recordEvent(tx, { stream: `person:${personId}`, name: 'own_data_exported', actor, at: now }),
  );
  return {
    exportedAt: now,
    person: { ...plain, documentNumber: fields().open(documentCipher), mobile: fields().open(phoneCipher) },
    ...account,
    ...dossiers,
  };
}

async function accountRecords(personId: string) {
  const [roles, sessions, consents, requests, recovery, messages, events] = await Promise.all([
    db.roleGrant.findMany({ where: { personId } }),
    db.session.findMany({ where: { personId } }),
    db.consentRecord.findMany({ where: { personId } }),
    db.dataRequest.findMany({ where: { personId }, omit: { proposedCipher: true } }),
    db.recoveryRequest.findMany({ where: { personId }, omit: { newPhoneCipher: true, newPhoneIndex: true } }),
    db.message.findMany({
      where: { personId },
      omit: { addressCipher: true, lastError: true },
      orderBy: { createdAt: 'asc' },
    }),
    db.auditEvent.findMany({
      where: { stream: `person:${personId}` },
      select: { name: true, actorRole: true, note: true, at: true },
      orderBy: { sequence: 'asc' },
    }),
  ]);
  return { roles, sessions, consents, requests, recovery, messages, events };
}

async function dossierRecords(personId: string) {
  const [applications, orders, unitShares, certificates, files] = await Promise.all([
    db.application.findMany({
      where: { personId },
      include: { sections: true, snapshots: { omit: { pages: true } }, stampedForms: true, decisions: true },
    }),
    db.order.findMany({ where: { personId, unitId: null }, include: { vouchers: true } }),
    // Of a unit's order his own share: the total and the others on it are not his.
    db.orderItem.findMany({
      where: { personId, order: { unitId: { not: null } } },
      select: { title: true, amountFen: true, refundedFen: true, order: { select: { number: true, status: true, paidAt: true } } },
    }),
    db.certificate.findMany({ where: { personId } }),
    db.storedFile.findMany({
      where: { ownerId: personId, deletedAt: null },
      select: { id: true, name: true, purpose: true, mediaType: true, bytes: true, sha256: true, createdAt: true },
    }),
  ]);
  return { applications, orders, unitShares, certificates, files };
}
