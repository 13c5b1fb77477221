import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';

export const applicationParts = {
  cycle: { include: { association: true } },
  cycleLevel: true,
  unit: true,
} as const satisfies Prisma.ApplicationInclude;

export type LoadedApplication = Prisma.ApplicationGetPayload<{ include: typeof applicationParts }>;

/**
 * Loads one application and holds its row until the transaction ends, so that a stamp and a payment that
 * arrive together never each see the other missing. Lock order everywhere: application, order, attempt.
 */
export async function lockApplication(tx: Transaction, id: string): Promise<LoadedApplication> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Application" WHERE id = ${id}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new NotFoundError('application');
  return tx.application.findUniqueOrThrow({ where: { id }, include: applicationParts });
}

/** As lockApplication, for the input of an action that names its application. */
export const lockNamedApplication = (tx: Transaction, input: { applicationId: string }): Promise<LoadedApplication> =>
  lockApplication(tx, input.applicationId);
