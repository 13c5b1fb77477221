-- CreateEnum
CREATE TYPE "InvoiceTitleKind" AS ENUM ('INDIVIDUAL', 'COMPANY', 'PUBLIC_UNIT');

-- CreateEnum
CREATE TYPE "InvoiceStatus" AS ENUM ('REQUESTED', 'ISSUING', 'FAILED', 'ISSUED', 'REVERSING', 'REVERSED');

-- CreateTable
CREATE TABLE "InvoiceTitle" (
    "id" UUID NOT NULL,
    "personId" UUID,
    "unitId" UUID,
    "kind" "InvoiceTitleKind" NOT NULL,
    "title" VARCHAR(100) NOT NULL,
    "taxNumber" VARCHAR(20) NOT NULL DEFAULT '',
    "mailCipher" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InvoiceTitle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvoiceSeller" (
    "payeeId" TEXT NOT NULL,
    "itemName" VARCHAR(90) NOT NULL,
    "itemCode" VARCHAR(19) NOT NULL,
    "taxRate" VARCHAR(10) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedByName" TEXT NOT NULL,

    CONSTRAINT "InvoiceSeller_pkey" PRIMARY KEY ("payeeId")
);

-- CreateTable
CREATE TABLE "InvoiceBatch" (
    "id" UUID NOT NULL,
    "number" VARCHAR(20) NOT NULL,
    "payeeId" TEXT NOT NULL,
    "itemName" TEXT NOT NULL,
    "itemCode" TEXT NOT NULL,
    "taxRate" TEXT NOT NULL,
    "madeById" UUID NOT NULL,
    "madeByName" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InvoiceBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invoice" (
    "id" UUID NOT NULL,
    "serial" VARCHAR(20) NOT NULL,
    "orderId" UUID NOT NULL,
    "payeeId" TEXT NOT NULL,
    "kind" "InvoiceTitleKind" NOT NULL,
    "title" VARCHAR(100) NOT NULL,
    "taxNumber" VARCHAR(20) NOT NULL DEFAULT '',
    "mailCipher" TEXT NOT NULL,
    "amountFen" INTEGER NOT NULL DEFAULT 0,
    "status" "InvoiceStatus" NOT NULL DEFAULT 'REQUESTED',
    "requestedById" UUID NOT NULL,
    "requestedByName" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "batchId" UUID,
    "number" VARCHAR(20),
    "issuedAt" TIMESTAMPTZ(3),
    "failure" TEXT NOT NULL DEFAULT '',
    "reversalReason" TEXT NOT NULL DEFAULT '',
    "redNumber" VARCHAR(20),
    "reversedAt" TIMESTAMPTZ(3),
    "wanted" JSONB,
    "replacesId" UUID,

    CONSTRAINT "Invoice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "InvoiceTitle_personId_usedAt_idx" ON "InvoiceTitle"("personId", "usedAt");

-- CreateIndex
CREATE INDEX "InvoiceTitle_unitId_usedAt_idx" ON "InvoiceTitle"("unitId", "usedAt");

-- CreateIndex
CREATE UNIQUE INDEX "InvoiceBatch_number_key" ON "InvoiceBatch"("number");

-- CreateIndex
CREATE INDEX "InvoiceBatch_payeeId_madeAt_idx" ON "InvoiceBatch"("payeeId", "madeAt");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_serial_key" ON "Invoice"("serial");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_number_key" ON "Invoice"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_redNumber_key" ON "Invoice"("redNumber");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_replacesId_key" ON "Invoice"("replacesId");

-- CreateIndex
CREATE INDEX "Invoice_orderId_idx" ON "Invoice"("orderId");

-- CreateIndex
CREATE INDEX "Invoice_payeeId_status_requestedAt_idx" ON "Invoice"("payeeId", "status", "requestedAt");

-- CreateIndex
CREATE INDEX "Invoice_batchId_idx" ON "Invoice"("batchId");

-- AddForeignKey
ALTER TABLE "InvoiceTitle" ADD CONSTRAINT "InvoiceTitle_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvoiceTitle" ADD CONSTRAINT "InvoiceTitle_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvoiceSeller" ADD CONSTRAINT "InvoiceSeller_payeeId_fkey" FOREIGN KEY ("payeeId") REFERENCES "Association"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvoiceBatch" ADD CONSTRAINT "InvoiceBatch_payeeId_fkey" FOREIGN KEY ("payeeId") REFERENCES "Association"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "InvoiceBatch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Invoice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "InvoiceTitle" ADD CONSTRAINT "InvoiceTitle_of_one" CHECK (("personId" IS NULL) <> ("unitId" IS NULL));
CREATE UNIQUE INDEX "InvoiceTitle_of_person_once" ON "InvoiceTitle" ("personId", "kind", "title", "taxNumber") WHERE "personId" IS NOT NULL;
CREATE UNIQUE INDEX "InvoiceTitle_of_unit_once" ON "InvoiceTitle" ("unitId", "kind", "title", "taxNumber") WHERE "unitId" IS NOT NULL;

-- Never two live invoices for one order.
CREATE UNIQUE INDEX "Invoice_one_live_an_order" ON "Invoice" ("orderId") WHERE "status" <> 'REVERSED';
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_tax_number_by_kind" CHECK (
  ("kind" = 'INDIVIDUAL' AND "taxNumber" = '') OR ("kind" = 'COMPANY' AND "taxNumber" <> '') OR "kind" = 'PUBLIC_UNIT'
);
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_amount_once_it_goes_out" CHECK (
  ("status" IN ('REQUESTED', 'FAILED') AND "amountFen" >= 0) OR "amountFen" > 0
);
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_number_once_issued" CHECK (
  ("status" IN ('ISSUED', 'REVERSING', 'REVERSED')) = ("number" IS NOT NULL) AND ("number" IS NULL) = ("issuedAt" IS NULL)
);
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_red_once_reversed" CHECK (
  ("status" = 'REVERSED') = ("redNumber" IS NOT NULL) AND ("redNumber" IS NULL) = ("reversedAt" IS NULL)
);
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_twenty_digits" CHECK (("number" IS NULL OR "number" ~ '^\d{20}$') AND ("redNumber" IS NULL OR "redNumber" ~ '^\d{20}$'));
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_two_numbers" CHECK ("redNumber" <> "number");

-- What was asked for may be changed or taken back only while nothing has gone out.
CREATE FUNCTION invoice_keeps_its_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."status" <> 'REQUESTED' THEN
      RAISE EXCEPTION 'an invoice that has gone out is never deleted' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD."status" <> 'REQUESTED' AND
     (NEW."kind", NEW."title", NEW."taxNumber", NEW."orderId", NEW."payeeId", NEW."serial", NEW."replacesId")
       IS DISTINCT FROM (OLD."kind", OLD."title", OLD."taxNumber", OLD."orderId", OLD."payeeId", OLD."serial", OLD."replacesId") THEN
    RAISE EXCEPTION 'what an invoice says stays as it went out' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."number" IS NOT NULL AND (NEW."number", NEW."amountFen", NEW."issuedAt") IS DISTINCT FROM (OLD."number", OLD."amountFen", OLD."issuedAt") THEN
    RAISE EXCEPTION 'an issued invoice keeps its number and amount' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."status" = 'REVERSED' THEN
    RAISE EXCEPTION 'a reversed invoice is over' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invoice_keeps_its_words BEFORE UPDATE OR DELETE ON "Invoice" FOR EACH ROW EXECUTE FUNCTION invoice_keeps_its_words();
CREATE TRIGGER invoice_never_emptied BEFORE TRUNCATE ON "Invoice" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
