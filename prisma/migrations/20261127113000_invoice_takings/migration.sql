ALTER TABLE "Invoice" ADD COLUMN "takingSerial" VARCHAR(20), ADD COLUMN "issuedOn" DATE, ADD COLUMN "reversedOn" DATE;
CREATE UNIQUE INDEX "Invoice_takingSerial_key" ON "Invoice"("takingSerial");

CREATE TABLE "InvoiceTaking" (
    "serial" VARCHAR(20) NOT NULL,
    "invoiceId" UUID NOT NULL,
    "payeeId" TEXT NOT NULL,
    "batchId" UUID NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InvoiceTaking_pkey" PRIMARY KEY ("serial")
);
CREATE INDEX "InvoiceTaking_invoiceId_idx" ON "InvoiceTaking"("invoiceId");

-- Until now every taking had the invoice's own serial, and the date was that of the record.
INSERT INTO "InvoiceTaking" SELECT i."serial", i."id", i."payeeId", i."batchId", b."madeAt" FROM "Invoice" i JOIN "InvoiceBatch" b ON b."id" = i."batchId";
ALTER TABLE "Invoice" DISABLE TRIGGER invoice_keeps_its_words;
UPDATE "Invoice" SET "takingSerial" = CASE WHEN "batchId" IS NOT NULL THEN "serial" END,
  "issuedOn" = ("issuedAt" AT TIME ZONE 'Asia/Shanghai')::date, "reversedOn" = ("reversedAt" AT TIME ZONE 'Asia/Shanghai')::date;
ALTER TABLE "Invoice" ENABLE TRIGGER invoice_keeps_its_words;

ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_dated_once_issued" CHECK (
  ("number" IS NULL) = ("issuedOn" IS NULL) AND ("redNumber" IS NULL) = ("reversedOn" IS NULL)
);
CREATE TRIGGER invoice_taking_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "InvoiceTaking" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE FUNCTION invoice_keeps_its_words() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF OLD."number" IS NOT NULL AND
     (NEW."number", NEW."amountFen", NEW."issuedAt", NEW."issuedOn") IS DISTINCT FROM (OLD."number", OLD."amountFen", OLD."issuedAt", OLD."issuedOn") THEN
    RAISE EXCEPTION 'an issued invoice keeps its number and amount' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."status" = 'REVERSED' THEN
    RAISE EXCEPTION 'a reversed invoice is over' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
