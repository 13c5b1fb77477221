import type { Prisma, StoredFile } from '@/lib/db/generated/client';
import type { ElectronicSeal } from '@/lib/documents/scan/judge-electronic-seal';
import { signaturesOf } from '@/lib/files/electronic-seals/schema';

/** What electronicSealOn needs. */
export const sealedSheetParts = {
  application: { select: { unit: { select: { name: true, formerNames: true, creditCode: true } } } },
} as const satisfies Prisma.ScannedSheetInclude;

type SealedSheet = Prisma.ScannedSheetGetPayload<{ include: typeof sealedSheetParts }>;

/** The seals of the file that a sheet came in, beside the unit whose seal its form wants; null for a scan. */
export function electronicSealOn({ application }: Pick<SealedSheet, 'application'>, file: StoredFile): ElectronicSeal | null {
  const signatures = signaturesOf(file);
  return signatures && { signatures, unit: application?.unit ?? null };
}
