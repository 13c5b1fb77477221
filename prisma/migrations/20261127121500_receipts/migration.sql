-- AlterEnum
ALTER TYPE "LedgerAccount" ADD VALUE 'SUNDRY';

-- AlterEnum
ALTER TYPE "UnmatchedReason" ADD VALUE 'UNCLAIMED';

-- AlterEnum
ALTER TYPE "BankReferenceUse" ADD VALUE 'RECOVERY';

-- CreateEnum
CREATE TYPE "UnmatchedOutcome" AS ENUM ('REFUNDED', 'ASSIGNED', 'RETURNED', 'NOT_ARRIVED', 'KEPT');

-- AlterTable
ALTER TABLE "UnmatchedPayment" ADD COLUMN     "assignOrderId" UUID,
ADD COLUMN     "assignedAt" TIMESTAMPTZ(3),
ADD COLUMN     "assignedById" UUID,
ADD COLUMN     "assignedByName" TEXT,
ADD COLUMN     "enteredById" UUID,
ADD COLUMN     "enteredByName" TEXT,
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "outcome" "UnmatchedOutcome",
ADD COLUMN     "payerName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "receivedOn" DATE;

UPDATE "UnmatchedPayment" u SET "outcome" = 'REFUNDED' WHERE "resolvedAt" IS NOT NULL
  AND EXISTS (SELECT 1 FROM "Refund" r WHERE r."unmatchedId" = u."id" AND r."status" = 'SUCCEEDED');

-- What was entered by mistake and taken back may be entered again.
DROP INDEX "UnmatchedPayment_listed_once";
CREATE UNIQUE INDEX "UnmatchedPayment_listed_once" ON "UnmatchedPayment"
  ("provider", (CASE WHEN "provider" = 'bank' THEN coalesce("payeeId", '') ELSE '' END), "providerTransactionId", "reason")
  WHERE "outcome" IS DISTINCT FROM 'NOT_ARRIVED';

ALTER TABLE "UnmatchedPayment" ADD CONSTRAINT "UnmatchedPayment_outcome_is_settled" CHECK ("outcome" IS NULL OR "resolvedAt" IS NOT NULL);
ALTER TABLE "UnmatchedPayment" ADD CONSTRAINT "UnmatchedPayment_assigned_to_order" CHECK ("outcome" IS DISTINCT FROM 'ASSIGNED' OR "orderId" IS NOT NULL);
