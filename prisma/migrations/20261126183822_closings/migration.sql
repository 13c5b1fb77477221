-- AlterTable
ALTER TABLE "LedgerTransaction" ADD COLUMN     "occurredAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "MonthClosing" (
    "id" UUID NOT NULL,
    "payeeId" TEXT NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "report" TEXT NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "closedById" UUID NOT NULL,
    "closedByName" TEXT NOT NULL,
    "closedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MonthClosing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "MonthClosing_payeeId_month_key" ON "MonthClosing"("payeeId", "month");

ALTER TABLE "MonthClosing" ADD CONSTRAINT "MonthClosing_month" CHECK ("month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$');
ALTER TABLE "MonthClosing" ADD CONSTRAINT "MonthClosing_ends_with_month" CHECK (
  "endsAt" = ((("month" || '-01')::date + interval '1 month')::timestamp AT TIME ZONE 'Asia/Shanghai')
);
CREATE TRIGGER month_closing_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "MonthClosing"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A closed month is not written into: what is dated there goes to the first instant of the open one, and keeps its own date beside it.
-- Whoever closes holds the same lock alone, and so waits for what is being entered, and what is entered later waits for him.
CREATE FUNCTION ledger_keeps_to_open_months() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closed_until timestamptz;
BEGIN
  IF NEW."payeeId" IS NULL THEN
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('closing:' || NEW."payeeId", 12));
  SELECT max("endsAt") INTO closed_until FROM "MonthClosing" WHERE "payeeId" = NEW."payeeId";
  IF NEW."at" < closed_until THEN
    NEW."occurredAt" := NEW."at";
    NEW."at" := closed_until;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_keeps_to_open_months BEFORE INSERT ON "LedgerTransaction"
  FOR EACH ROW EXECUTE FUNCTION ledger_keeps_to_open_months();
