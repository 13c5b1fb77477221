-- CreateEnum
CREATE TYPE "BillStatus" AS ENUM ('MISSING', 'FETCHED', 'COMPARED');

-- CreateEnum
CREATE TYPE "BillLineKind" AS ENUM ('PAYMENT', 'REFUND');

-- CreateEnum
CREATE TYPE "BillOutcome" AS ENUM ('KNOWN', 'BOOKED', 'UNMATCHED', 'DIFFERENT');

-- CreateEnum
CREATE TYPE "DifferenceKind" AS ENUM ('PAYMENT_NOT_ON_BILL', 'REFUND_NOT_ON_BILL', 'AMOUNT_DIFFERS', 'UNKNOWN_REFUND', 'GIVEN_TWICE');

-- CreateTable
CREATE TABLE "ProviderBill" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "status" "BillStatus" NOT NULL DEFAULT 'MISSING',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "failure" TEXT NOT NULL DEFAULT '',
    "fetchedAt" TIMESTAMPTZ(3),
    "comparedAt" TIMESTAMPTZ(3),
    "lineCount" INTEGER NOT NULL DEFAULT 0,
    "digest" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ProviderBill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BillLine" (
    "id" BIGSERIAL NOT NULL,
    "billId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "BillLineKind" NOT NULL,
    "outTradeNumber" TEXT NOT NULL,
    "providerTransactionId" TEXT NOT NULL,
    "refundNumber" TEXT NOT NULL DEFAULT '',
    "providerRefundId" TEXT NOT NULL DEFAULT '',
    "amountFen" INTEGER NOT NULL,
    "feeFen" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "BillOutcome",
    "orderId" UUID,
    "payeeId" TEXT,

    CONSTRAINT "BillLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BillDifference" (
    "id" UUID NOT NULL,
    "billId" UUID NOT NULL,
    "kind" "DifferenceKind" NOT NULL,
    "reference" TEXT NOT NULL,
    "orderId" UUID,
    "payeeId" TEXT,
    "oursFen" INTEGER NOT NULL,
    "billFen" INTEGER NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,
    "resolvedByName" TEXT,
    "resolution" TEXT,

    CONSTRAINT "BillDifference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payout" (
    "id" UUID NOT NULL,
    "payeeId" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "bankReference" TEXT NOT NULL,
    "arrivedOn" DATE NOT NULL,
    "enteredById" UUID NOT NULL,
    "enteredByName" TEXT NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "reversedAt" TIMESTAMPTZ(3),
    "reversedByName" TEXT,
    "reversedBecause" TEXT,

    CONSTRAINT "Payout_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ProviderBill_status_day_idx" ON "ProviderBill"("status", "day");

-- CreateIndex
CREATE UNIQUE INDEX "ProviderBill_provider_day_key" ON "ProviderBill"("provider", "day");

-- CreateIndex
CREATE INDEX "BillLine_providerTransactionId_idx" ON "BillLine"("providerTransactionId");

-- CreateIndex
CREATE INDEX "BillLine_providerRefundId_idx" ON "BillLine"("providerRefundId");

-- CreateIndex
CREATE UNIQUE INDEX "BillLine_billId_position_key" ON "BillLine"("billId", "position");

-- CreateIndex
CREATE INDEX "BillDifference_resolvedAt_foundAt_idx" ON "BillDifference"("resolvedAt", "foundAt");

-- CreateIndex
CREATE INDEX "BillDifference_reference_idx" ON "BillDifference"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "BillDifference_billId_kind_reference_key" ON "BillDifference"("billId", "kind", "reference");

-- CreateIndex
CREATE INDEX "Payout_payeeId_arrivedOn_idx" ON "Payout"("payeeId", "arrivedOn");

-- CreateIndex
CREATE INDEX "Payout_bankReference_idx" ON "Payout"("bankReference");

-- AddForeignKey
ALTER TABLE "BillLine" ADD CONSTRAINT "BillLine_billId_fkey" FOREIGN KEY ("billId") REFERENCES "ProviderBill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BillDifference" ADD CONSTRAINT "BillDifference_billId_fkey" FOREIGN KEY ("billId") REFERENCES "ProviderBill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ProviderBill" ADD CONSTRAINT "ProviderBill_told_or_missing" CHECK (("status" = 'MISSING') = ("fetchedAt" IS NULL));
ALTER TABLE "BillLine" ADD CONSTRAINT "BillLine_amount" CHECK ("amountFen" > 0);
ALTER TABLE "BillDifference" ADD CONSTRAINT "BillDifference_settled_by_somebody" CHECK (
  ("resolvedAt" IS NULL) = ("resolution" IS NULL) AND ("resolvedAt" IS NULL) = ("resolvedByName" IS NULL)
);
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_amount" CHECK ("amountFen" > 0);
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_taken_back_with_reason" CHECK (
  ("reversedAt" IS NULL) = ("reversedBecause" IS NULL) AND ("reversedAt" IS NULL) = ("reversedByName" IS NULL)
);
CREATE UNIQUE INDEX "Payout_bankReference_once" ON "Payout" ("bankReference") WHERE "reversedAt" IS NULL;

CREATE TRIGGER bill_line_never_goes BEFORE DELETE OR TRUNCATE ON "BillLine" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bill_difference_never_goes BEFORE DELETE OR TRUNCATE ON "BillDifference" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payout_never_goes BEFORE DELETE OR TRUNCATE ON "Payout" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What the provider wrote stays as he wrote it; where a line belongs is said once.
CREATE FUNCTION bill_line_keeps_its_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."outcome" IS NOT NULL OR
     (to_jsonb(NEW) - 'outcome' - 'orderId' - 'payeeId') IS DISTINCT FROM (to_jsonb(OLD) - 'outcome' - 'orderId' - 'payeeId') THEN
    RAISE EXCEPTION 'a line of a bill stays as it came' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bill_line_keeps_its_words BEFORE UPDATE ON "BillLine" FOR EACH ROW EXECUTE FUNCTION bill_line_keeps_its_words();
