-- CreateEnum
CREATE TYPE "NoticeOutcome" AS ENUM ('SETTLED', 'REPEATED', 'UNMATCHED', 'IGNORED', 'REFUSED');

-- CreateEnum
CREATE TYPE "UnmatchedReason" AS ENUM ('WRONG_AMOUNT', 'DUPLICATE', 'LATE_SUCCESS', 'UNKNOWN_NUMBER', 'REFUNDED_ELSEWHERE');

-- AlterEnum
ALTER TYPE "VoucherStatus" ADD VALUE 'WITHDRAWN';

-- DropIndex
DROP INDEX "PaymentAttempt_orderId_idx";

-- DropIndex
DROP INDEX "PaymentAttempt_status_createdAt_idx";

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "cycleId" UUID NOT NULL,
ADD COLUMN     "payeeId" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "PaymentAttempt" ADD COLUMN     "checkedAt" TIMESTAMPTZ(3),
ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "providerPaidAt" TIMESTAMPTZ(3),
ADD COLUMN     "sequence" INTEGER NOT NULL,
ALTER COLUMN "payUrl" SET DEFAULT '';

-- AlterTable
ALTER TABLE "PaymentNotice" ADD COLUMN     "because" TEXT NOT NULL DEFAULT '',
DROP COLUMN "outcome",
ADD COLUMN     "outcome" "NoticeOutcome" NOT NULL;

-- CreateTable
CREATE TABLE "UnmatchedPayment" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "providerTransactionId" TEXT NOT NULL,
    "outTradeNumber" TEXT NOT NULL DEFAULT '',
    "orderId" UUID,
    "amountFen" INTEGER NOT NULL,
    "reason" "UnmatchedReason" NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,
    "resolvedByName" TEXT,
    "resolution" TEXT,

    CONSTRAINT "UnmatchedPayment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "UnmatchedPayment_resolvedAt_arrivedAt_idx" ON "UnmatchedPayment"("resolvedAt", "arrivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "UnmatchedPayment_provider_providerTransactionId_reason_key" ON "UnmatchedPayment"("provider", "providerTransactionId", "reason");

-- CreateIndex
CREATE INDEX "Order_payeeId_status_createdAt_idx" ON "Order"("payeeId", "status", "createdAt");

-- CreateIndex
CREATE INDEX "PaymentAttempt_status_checkedAt_idx" ON "PaymentAttempt"("status", "checkedAt");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentAttempt_orderId_sequence_key" ON "PaymentAttempt"("orderId", "sequence");

-- CreateIndex
CREATE INDEX "PaymentNotice_outcome_receivedAt_idx" ON "PaymentNotice"("outcome", "receivedAt");

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_payeeId_fkey" FOREIGN KEY ("payeeId") REFERENCES "Association"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnmatchedPayment" ADD CONSTRAINT "UnmatchedPayment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One try at a time: two tabs, two clicks or two devices share it.
CREATE UNIQUE INDEX "PaymentAttempt_one_live" ON "PaymentAttempt" ("orderId") WHERE "status" = 'CREATED';
CREATE UNIQUE INDEX "PaymentVoucher_one_live" ON "PaymentVoucher" ("orderId") WHERE "status" = 'UPLOADED';

-- R49; WeChat Pay takes 6 to 32 of these characters.
ALTER TABLE "Order" ADD CONSTRAINT "Order_number_form" CHECK ("number" ~ '^coaa028[0-9]{21}$');
ALTER TABLE "PaymentAttempt" ADD CONSTRAINT "PaymentAttempt_number_form" CHECK ("outTradeNumber" ~ '^[0-9A-Za-z_|*-]{6,32}$');

-- An order is paid in full or not at all, and says so in one voice.
ALTER TABLE "Order" ADD CONSTRAINT "Order_paid_in_full" CHECK (
  CASE WHEN "status" IN ('PAID', 'REFUNDING') THEN "paidFen" = "totalFen" AND "paidAt" IS NOT NULL
       WHEN "status" = 'REFUNDED' THEN true
       ELSE "paidFen" = 0 END
);
ALTER TABLE "PaymentAttempt" ADD CONSTRAINT "PaymentAttempt_success_is_proven" CHECK (
  "status" <> 'SUCCEEDED' OR ("providerTransactionId" IS NOT NULL AND "settledAt" IS NOT NULL)
);
ALTER TABLE "PaymentVoucher" ADD CONSTRAINT "PaymentVoucher_confirmed_by_another" CHECK (
  "status" <> 'CONFIRMED' OR ("bankReference" IS NOT NULL AND "decidedById" IS NOT NULL AND "decidedById" <> "uploadedById")
);

-- What an order is for and what it costs is settled when it is made.
CREATE FUNCTION order_keeps_its_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."number", NEW."personId", NEW."applicationId", NEW."cycleId", NEW."payeeId", NEW."totalFen", NEW."createdAt")
     IS DISTINCT FROM
     (OLD."number", OLD."personId", OLD."applicationId", OLD."cycleId", OLD."payeeId", OLD."totalFen", OLD."createdAt") THEN
    RAISE EXCEPTION 'an order keeps its number, payer, payee and total' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER order_keeps_its_facts BEFORE UPDATE ON "Order" FOR EACH ROW EXECUTE FUNCTION order_keeps_its_facts();

CREATE TRIGGER payment_notice_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "PaymentNotice"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
