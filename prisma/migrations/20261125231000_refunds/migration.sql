-- CreateEnum
CREATE TYPE "RefundStatus" AS ENUM ('PROPOSED', 'APPROVED', 'SENT', 'SUCCEEDED', 'FAILED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "RefundReason" AS ENUM ('DUPLICATE', 'LATE_SUCCESS', 'WRONG_AMOUNT', 'UNKNOWN_NUMBER', 'REVIEW_REJECTED', 'APPLICATION_WITHDRAWN', 'STAFF_DECISION');

-- AlterTable
ALTER TABLE "Cycle" ADD COLUMN     "refundPolicy" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "secondEyesAboveFen" INTEGER;

-- CreateTable
CREATE TABLE "Refund" (
    "id" UUID NOT NULL,
    "number" VARCHAR(64) NOT NULL,
    "orderId" UUID,
    "unmatchedId" UUID,
    "payeeId" TEXT,
    "provider" TEXT NOT NULL,
    "outTradeNumber" TEXT NOT NULL DEFAULT '',
    "providerTransactionId" TEXT NOT NULL,
    "paymentFen" INTEGER NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "reason" "RefundReason" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "status" "RefundStatus" NOT NULL,
    "proposedById" UUID,
    "proposedByName" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedByName" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "checkedAt" TIMESTAMPTZ(3),
    "providerRefundId" TEXT,
    "finishedAt" TIMESTAMPTZ(3),
    "failure" TEXT NOT NULL DEFAULT '',
    "bankReference" TEXT,

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Refund_number_key" ON "Refund"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_providerRefundId_key" ON "Refund"("providerRefundId");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_bankReference_key" ON "Refund"("bankReference");

-- CreateIndex
CREATE INDEX "Refund_status_checkedAt_idx" ON "Refund"("status", "checkedAt");

-- CreateIndex
CREATE INDEX "Refund_orderId_idx" ON "Refund"("orderId");

-- CreateIndex
CREATE INDEX "Refund_unmatchedId_idx" ON "Refund"("unmatchedId");

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_unmatchedId_fkey" FOREIGN KEY ("unmatchedId") REFERENCES "UnmatchedPayment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Money that fitted no order goes back once.
CREATE UNIQUE INDEX "Refund_one_live_of_unmatched" ON "Refund" ("unmatchedId") WHERE "unmatchedId" IS NOT NULL AND "status" <> 'WITHDRAWN';
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_amounts" CHECK ("amountFen" > 0 AND "amountFen" <= "paymentFen");
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_of_something" CHECK ("orderId" IS NOT NULL OR "unmatchedId" IS NOT NULL);
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_success_is_proven" CHECK (
  "status" <> 'SUCCEEDED' OR ("finishedAt" IS NOT NULL AND ("providerRefundId" IS NOT NULL OR "bankReference" IS NOT NULL))
);
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_decided_by_another" CHECK ("decidedById" IS NULL OR "proposedById" IS NULL OR "decidedById" <> "proposedById");

-- What is given back, and to whom, is settled when the refund is made.
CREATE FUNCTION refund_keeps_its_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."number", NEW."orderId", NEW."unmatchedId", NEW."provider", NEW."providerTransactionId", NEW."paymentFen", NEW."amountFen")
     IS DISTINCT FROM
     (OLD."number", OLD."orderId", OLD."unmatchedId", OLD."provider", OLD."providerTransactionId", OLD."paymentFen", OLD."amountFen") THEN
    RAISE EXCEPTION 'a refund keeps its number, payment and amount' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refund_keeps_its_facts BEFORE UPDATE ON "Refund" FOR EACH ROW EXECUTE FUNCTION refund_keeps_its_facts();
