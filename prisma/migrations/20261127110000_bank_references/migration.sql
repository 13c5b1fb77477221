-- CreateEnum
CREATE TYPE "BankReferenceUse" AS ENUM ('VOUCHER', 'RECEIPT', 'PAYOUT', 'REFUND');

-- CreateTable
CREATE TABLE "BankReference" (
    "id" UUID NOT NULL,
    "payeeId" TEXT NOT NULL,
    "reference" VARCHAR(64) NOT NULL,
    "use" "BankReferenceUse" NOT NULL,
    "subjectId" UUID NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BankReference_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BankReference_subjectId_idx" ON "BankReference"("subjectId");

-- AlterTable
ALTER TABLE "UnmatchedPayment" ADD COLUMN     "payeeId" TEXT;

-- DropIndex
DROP INDEX "PaymentVoucher_bankReference_key";

-- DropIndex
DROP INDEX "Refund_bankReference_key";

-- DropIndex
DROP INDEX "Payout_bankReference_once";

-- DropIndex
DROP INDEX "UnmatchedPayment_provider_providerTransactionId_reason_key";

-- On one account a number stands for one transfer; banks do not know of each other's numbers.
CREATE UNIQUE INDEX "BankReference_once_an_account" ON "BankReference" ("payeeId", "reference") WHERE "releasedAt" IS NULL;

UPDATE "UnmatchedPayment" u SET "payeeId" = o."payeeId" FROM "Order" o WHERE o."id" = u."orderId";
CREATE UNIQUE INDEX "UnmatchedPayment_listed_once" ON "UnmatchedPayment"
  ("provider", (CASE WHEN "provider" = 'bank' THEN coalesce("payeeId", '') ELSE '' END), "providerTransactionId", "reason");

-- Numbers that are in use. Where two places had the same one, the first of them keeps it.
INSERT INTO "BankReference" ("id", "payeeId", "reference", "use", "subjectId", "takenAt")
  SELECT gen_random_uuid(), o."payeeId", v."bankReference", 'VOUCHER', v."id", coalesce(v."decidedAt", v."uploadedAt")
  FROM "PaymentVoucher" v JOIN "Order" o ON o."id" = v."orderId" WHERE v."bankReference" IS NOT NULL
  ON CONFLICT DO NOTHING;
INSERT INTO "BankReference" ("id", "payeeId", "reference", "use", "subjectId", "takenAt")
  SELECT gen_random_uuid(), "payeeId", "bankReference", 'PAYOUT', "id", "enteredAt"
  FROM "Payout" WHERE "reversedAt" IS NULL
  ON CONFLICT DO NOTHING;
INSERT INTO "BankReference" ("id", "payeeId", "reference", "use", "subjectId", "takenAt")
  SELECT gen_random_uuid(), coalesce("payeeId", ''), "bankReference", 'REFUND', "id", coalesce("finishedAt", "proposedAt")
  FROM "Refund" WHERE "bankReference" IS NOT NULL
  ON CONFLICT DO NOTHING;
