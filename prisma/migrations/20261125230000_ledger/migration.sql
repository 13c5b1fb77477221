-- CreateEnum
CREATE TYPE "LedgerAccount" AS ENUM ('GATEWAY', 'BANK', 'FEES', 'UNMATCHED', 'REFUNDS_DUE', 'GATEWAY_COSTS');

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "refundedFen" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "LedgerTransaction" (
    "id" BIGSERIAL NOT NULL,
    "key" VARCHAR(200) NOT NULL,
    "kind" VARCHAR(40) NOT NULL,
    "payeeId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "entryCount" INTEGER NOT NULL,

    CONSTRAINT "LedgerTransaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" BIGSERIAL NOT NULL,
    "transactionId" BIGINT NOT NULL,
    "account" "LedgerAccount" NOT NULL,
    "provider" TEXT NOT NULL DEFAULT '',
    "orderId" UUID,
    "unmatchedId" UUID,
    "refundId" UUID,
    "amountFen" INTEGER NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LedgerTransaction_key_key" ON "LedgerTransaction"("key");

-- CreateIndex
CREATE INDEX "LedgerTransaction_payeeId_at_idx" ON "LedgerTransaction"("payeeId", "at");

-- CreateIndex
CREATE INDEX "LedgerEntry_transactionId_idx" ON "LedgerEntry"("transactionId");

-- CreateIndex
CREATE INDEX "LedgerEntry_orderId_account_idx" ON "LedgerEntry"("orderId", "account");

-- CreateIndex
CREATE INDEX "LedgerEntry_unmatchedId_account_idx" ON "LedgerEntry"("unmatchedId", "account");

-- CreateIndex
CREATE INDEX "LedgerEntry_refundId_account_idx" ON "LedgerEntry"("refundId", "account");

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_transactionId_fkey" FOREIGN KEY ("transactionId") REFERENCES "LedgerTransaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Order" ADD CONSTRAINT "Order_refund_within_payment" CHECK ("refundedFen" >= 0 AND "refundedFen" <= "paidFen");
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_amount" CHECK ("amountFen" <> 0);
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_provider_of_gateway" CHECK (("provider" <> '') = ("account" IN ('GATEWAY', 'GATEWAY_COSTS')));
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_says_whose" CHECK (
  CASE "account" WHEN 'FEES' THEN "orderId" IS NOT NULL
                 WHEN 'UNMATCHED' THEN "unmatchedId" IS NOT NULL
                 WHEN 'REFUNDS_DUE' THEN "refundId" IS NOT NULL
                 ELSE true END
);

CREATE TRIGGER ledger_transaction_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "LedgerTransaction"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "LedgerEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Looked at when the transaction commits: the entries of an event are all there, and sum to nothing.
CREATE FUNCTION ledger_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_transaction bigint;
  expected integer;
  found record;
BEGIN
  of_transaction := CASE TG_TABLE_NAME WHEN 'LedgerTransaction' THEN (to_jsonb(NEW) ->> 'id')::bigint
                                       ELSE (to_jsonb(NEW) ->> 'transactionId')::bigint END;
  SELECT "entryCount" INTO expected FROM "LedgerTransaction" WHERE "id" = of_transaction;
  SELECT count(*) AS entries, coalesce(sum("amountFen"), 0) AS balance INTO found
    FROM "LedgerEntry" WHERE "transactionId" = of_transaction;
  IF found.balance <> 0 THEN
    RAISE EXCEPTION 'ledger transaction % does not sum to zero: %', of_transaction, found.balance USING ERRCODE = 'check_violation';
  END IF;
  IF found.entries <> expected OR expected < 2 THEN
    RAISE EXCEPTION 'ledger transaction % has % entries of %', of_transaction, found.entries, expected USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_transaction_balances AFTER INSERT ON "LedgerTransaction"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_balances();
CREATE CONSTRAINT TRIGGER ledger_entry_balances AFTER INSERT ON "LedgerEntry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_balances();

-- What an order says of its money is what the books say, whichever of the two is written.
CREATE FUNCTION order_agrees_with_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_order uuid;
  told bigint;
  booked bigint;
BEGIN
  of_order := CASE TG_TABLE_NAME WHEN 'Order' THEN (to_jsonb(NEW) ->> 'id')::uuid
                                 ELSE (to_jsonb(NEW) ->> 'orderId')::uuid END;
  SELECT "paidFen" - "refundedFen" INTO told FROM "Order" WHERE "id" = of_order;
  SELECT -coalesce(sum("amountFen"), 0) INTO booked FROM "LedgerEntry" WHERE "orderId" = of_order AND "account" = 'FEES';
  IF told IS DISTINCT FROM booked THEN
    RAISE EXCEPTION 'order % says % fen, the ledger %', of_order, told, booked USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- What was paid before there were books is entered from the orders and the listed money.
INSERT INTO "LedgerTransaction" ("key", "kind", "payeeId", "at", "entryCount")
  SELECT 'opening:order:' || "id", 'payment', "payeeId", "paidAt", 2 FROM "Order" WHERE "paidFen" > 0;
INSERT INTO "LedgerEntry" ("transactionId", "account", "provider", "orderId", "amountFen")
  SELECT t."id", side."account", CASE side."account" WHEN 'GATEWAY' THEN coalesce(a."provider", '') ELSE '' END, o."id", side."sign" * o."paidFen"
  FROM "Order" o
  JOIN "LedgerTransaction" t ON t."key" = 'opening:order:' || o."id"
  LEFT JOIN LATERAL (SELECT "provider" FROM "PaymentAttempt" WHERE "orderId" = o."id" AND "status" = 'SUCCEEDED' LIMIT 1) a ON true
  CROSS JOIN LATERAL (VALUES ((CASE WHEN a."provider" IS NULL THEN 'BANK' ELSE 'GATEWAY' END)::"LedgerAccount", 1), ('FEES'::"LedgerAccount", -1)) AS side("account", "sign")
  WHERE o."paidFen" > 0;
INSERT INTO "LedgerTransaction" ("key", "kind", "payeeId", "at", "entryCount")
  SELECT 'unmatched:' || u."provider" || ':' || u."providerTransactionId", 'unmatched', o."payeeId", u."arrivedAt", 2
  FROM "UnmatchedPayment" u LEFT JOIN "Order" o ON o."id" = u."orderId" WHERE u."reason" <> 'REFUNDED_ELSEWHERE'
  ON CONFLICT ("key") DO NOTHING;
INSERT INTO "LedgerEntry" ("transactionId", "account", "provider", "orderId", "unmatchedId", "amountFen")
  SELECT t."id", side."account", CASE side."account" WHEN 'GATEWAY' THEN u."provider" ELSE '' END, u."orderId", u."id", side."sign" * u."amountFen"
  FROM (SELECT DISTINCT ON ("provider", "providerTransactionId") * FROM "UnmatchedPayment" WHERE "reason" <> 'REFUNDED_ELSEWHERE' ORDER BY "provider", "providerTransactionId", "arrivedAt") u
  JOIN "LedgerTransaction" t ON t."key" = 'unmatched:' || u."provider" || ':' || u."providerTransactionId"
  CROSS JOIN LATERAL (VALUES ((CASE u."provider" WHEN 'bank' THEN 'BANK' ELSE 'GATEWAY' END)::"LedgerAccount", 1), ('UNMATCHED'::"LedgerAccount", -1)) AS side("account", "sign");
SET CONSTRAINTS ALL IMMEDIATE;

CREATE CONSTRAINT TRIGGER order_agrees_with_ledger AFTER INSERT OR UPDATE OF "paidFen", "refundedFen" ON "Order"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION order_agrees_with_ledger();
CREATE CONSTRAINT TRIGGER ledger_agrees_with_order AFTER INSERT ON "LedgerEntry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."account" = 'FEES') EXECUTE FUNCTION order_agrees_with_ledger();
