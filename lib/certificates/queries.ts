import { db } from '@/lib/db/client';
import { beijingDay, plainDate } from '@/lib/kernel/dates';
import { maskPersonName } from '@/lib/kernel/masking';

export type CertificateState = 'VALID' | 'EXPIRED' | 'REVOKED';

/** What anybody may see of a certificate: the name masked, nothing else of the person. */
export interface PublicCertificate {
  number: string;
  maskedName: string;
  level: 'PRIMARY' | 'INTERMEDIATE' | 'SENIOR';
  provinceName: string;
  issuerName: string;
  cycleYear: number | null;
  issuedOn: string;
  validUntil: string | null;
  state: CertificateState;
}

export async function publicCertificate(typed: string, now: Date): Promise<PublicCertificate | null> {
  const number = normalisedCertificateNumber(typed);
  if (!number) return null;
  const certificate = await db.certificate.findUnique({ where: { number } });
  if (!certificate) return null;
  const issuer = await db.association.findUnique({ where: { id: certificate.associationId } });
  const validUntil = certificate.validUntil && plainDate(certificate.validUntil);
  return {
    number: certificate.number,
    maskedName: maskPersonName(certificate.holderName),
    level: certificate.level,
    provinceName: issuer?.provinceName ?? '',
    issuerName: issuer?.name ?? '',
    cycleYear: certificate.cycleYear,
    issuedOn: plainDate(certificate.issuedOn),
    validUntil,
    state: stateOf({ isRevoked: certificate.revokedAt !== null, validUntil, today: beijingDay(now) }),
  };
}

/** Upper case, full-width characters and spaces put right; empty when it cannot be a number. */
export function normalisedCertificateNumber(typed: string): string {
  const number = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  return /^[\p{Script=Han}0-9A-Z〔〕()\-_/]{4,40}$/u.test(number) ? number : '';
}

function stateOf(facts: { isRevoked: boolean; validUntil: string | null; today: string }): CertificateState {
  if (facts.isRevoked) return 'REVOKED';
  return facts.validUntil !== null && facts.validUntil < facts.today ? 'EXPIRED' : 'VALID';
}
