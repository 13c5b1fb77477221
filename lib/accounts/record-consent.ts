import type { Transaction } from '@/lib/db/transaction';
import { type ConsentDocument, privacyConsent } from './consents';

interface Consent {
  tx: Transaction;
  personId: string;
  documents: readonly ConsentDocument[];
  ip: string;
  now: Date;
}

/** Which text, in which version, for what, when and from where. */
export async function recordConsent({ tx, personId, documents, ip, now }: Consent): Promise<void> {
  await tx.consentRecord.createMany({
    data: documents.map(({ code, version, purpose }) => ({
      personId,
      document: code,
      version,
      purpose,
      ip: ip.slice(0, 64),
      at: now,
    })),
  });
}

/** Whether the present privacy text stands agreed to. */
export async function hasPrivacyConsent(tx: Transaction, personId: string): Promise<boolean> {
  const { code, version } = privacyConsent;
  const standing = await tx.consentRecord.findFirst({
    where: { personId, document: code, version, withdrawnAt: null },
  });
  return standing !== null;
}
