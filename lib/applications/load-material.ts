import type { Prisma, Unit } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { readPageFacts } from '@/lib/files/page-facts';
import { beijingDay, plainDate } from '@/lib/kernel/dates';
import { documentKindNames } from '@/lib/kernel/id-number';
import { barredBecause } from '@/lib/sanctions/in-force';
import { fields } from '@/lib/secrets';
import { readAnswers } from './form/answers';
import type { EvidenceFile, FormMaterial, HeldCertificate } from './form/material';
import { itemTitle } from './item-title';
import type { LoadedApplication } from './lock-application';

/** What the form is made of, to be loaded with its application. */
export const formParts = {
  person: { include: { certificates: { orderBy: [{ issuedOn: 'asc' }, { number: 'asc' }] } } },
  sections: true,
  evidence: { include: { file: true }, orderBy: [{ rowId: 'asc' }, { position: 'asc' }] },
} as const satisfies Prisma.ApplicationInclude;

type FormRow = Prisma.ApplicationGetPayload<{ include: typeof formParts }>;

/** Everything that the form of this application is judged by and printed from, as it stands now. */
export async function loadMaterial(tx: Transaction, application: LoadedApplication, now: Date): Promise<FormMaterial> {
  const parts = await tx.application.findUniqueOrThrow({ where: { id: application.id }, include: formParts });
  return materialOf(tx, { ...parts, ...application }, now);
}

/** The same for an application that came with its form's parts. */
export async function materialOf(tx: Transaction, application: LoadedApplication & FormRow, now: Date): Promise<FormMaterial> {
  const photo = await findPhoto(tx, application.id);
  const { cycle, unit, person, sections, evidence } = application;
  const { association } = cycle;
  return {
    application: { number: application.number, isDemonstration: cycle.isDemonstration },
    certification: itemTitle(application),
    cycle: {
      name: cycle.name,
      provinceCode: association.provinceCode,
      organiser: association.name,
      declaration: cycle.declaration,
      unitAttestation: cycle.unitAttestation,
    },
    person: personOf(person),
    photoFileId: photo?.id ?? null,
    photo: readPageFacts(photo?.pageFacts ?? [])[0] ?? null,
    unit: await unitMaterial(tx, unit, now),
    heldCertificates: await heldCertificates(tx, person.certificates, now),
    answers: readAnswers(sections),
    evidence: evidenceByRow(evidence),
    today: beijingDay(now),
  };
}

export async function unitMaterial(tx: Transaction, unit: Unit | null, now: Date): Promise<FormMaterial['unit']> {
  if (!unit) return null;
  const { status } = unit;
  const standing = { isRejected: status === 'REJECTED', isApproved: status === 'APPROVED' };
  return { ...unit, ...standing, barredBecause: await barredBecause(tx, unit, now) };
}

/** The photo uploaded last for this application. */
export function findPhoto(tx: Transaction, applicationId: string): Promise<{ id: string; pageFacts: unknown } | null> {
  return tx.storedFile.findFirst({
    where: { applicationId, purpose: 'PHOTO', status: 'CLEAN', deletedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, pageFacts: true },
  });
}

function personOf(person: FormRow['person']): FormMaterial['person'] {
  return {
    name: person.name,
    sex: person.sex,
    birthday: person.birthday && plainDate(person.birthday),
    documentKindName: documentKindNames[person.documentKind],
    documentNumber: fields().open(person.documentCipher),
    phone: fields().open(person.phoneCipher),
  };
}

export async function heldCertificates(
  tx: Transaction,
  certificates: FormRow['person']['certificates'],
  now: Date,
): Promise<HeldCertificate[]> {
  if (certificates.length === 0) return [];
  const associations = await tx.association.findMany({ select: { id: true, name: true } });
  const today = beijingDay(now);
  return certificates.map(({ number, holderName, level, associationId, issuedOn, validUntil, revokedAt }) => ({
    number,
    holderName,
    level,
    associationId,
    issuerName: associations.find(({ id }) => id === associationId)?.name ?? associationId,
    issuedOn: plainDate(issuedOn),
    isValid: revokedAt === null && (validUntil === null || plainDate(validUntil) >= today),
  }));
}

function evidenceByRow(rows: FormRow['evidence']): Record<string, EvidenceFile[]> {
  const byRow: Record<string, EvidenceFile[]> = {};
  for (const { rowId, file } of rows) {
    if (file.deletedAt) continue;
    byRow[rowId] ??= [];
    const { id, name, sha256, status, pageFacts } = file;
    byRow[rowId].push({ id, name, sha256, isClean: status === 'CLEAN', pages: readPageFacts(pageFacts) });
  }
  return byRow;
}
