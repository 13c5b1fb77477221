-- DropForeignKey
ALTER TABLE "Order" DROP CONSTRAINT "Order_applicationId_fkey";

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "unitId" UUID,
ALTER COLUMN "applicationId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Refund" ADD COLUMN     "orderItemId" UUID;

-- CreateTable
CREATE TABLE "OrderItem" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "refundedFen" INTEGER NOT NULL DEFAULT 0,
    "isLive" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "OrderItem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Application_id_personId_key" ON "Application"("id", "personId");

-- CreateIndex
CREATE INDEX "Order_unitId_createdAt_idx" ON "Order"("unitId", "createdAt");

-- CreateIndex
CREATE INDEX "OrderItem_applicationId_idx" ON "OrderItem"("applicationId");

-- CreateIndex
CREATE INDEX "OrderItem_personId_idx" ON "OrderItem"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "OrderItem_orderId_applicationId_key" ON "OrderItem"("orderId", "applicationId");

-- CreateIndex
CREATE INDEX "Refund_orderItemId_idx" ON "Refund"("orderItemId");

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_applicationId_personId_fkey" FOREIGN KEY ("applicationId", "personId") REFERENCES "Application"("id", "personId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_orderItemId_fkey" FOREIGN KEY ("orderItemId") REFERENCES "OrderItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A person pays for one application of his own; a unit pays for those that its order lists.
ALTER TABLE "Order" ADD CONSTRAINT "Order_of_person_or_unit" CHECK (("unitId" IS NULL) = ("applicationId" IS NOT NULL));
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_amounts" CHECK ("amountFen" >= 0 AND "refundedFen" BETWEEN 0 AND "amountFen");
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_share_of_order" CHECK ("orderItemId" IS NULL OR ("orderId" IS NOT NULL AND "unmatchedId" IS NULL));

CREATE OR REPLACE FUNCTION order_keeps_its_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."number", NEW."personId", NEW."unitId", NEW."applicationId", NEW."cycleId", NEW."payeeId", NEW."totalFen", NEW."createdAt")
     IS DISTINCT FROM
     (OLD."number", OLD."personId", OLD."unitId", OLD."applicationId", OLD."cycleId", OLD."payeeId", OLD."totalFen", OLD."createdAt") THEN
    RAISE EXCEPTION 'an order keeps its number, payer, payee and total' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- What a share is for and what it costs is settled when the order is made; whether it is live follows from order and refunds.
CREATE FUNCTION order_item_keeps_its_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND
     (NEW."orderId", NEW."applicationId", NEW."personId", NEW."title", NEW."amountFen")
     IS DISTINCT FROM
     (OLD."orderId", OLD."applicationId", OLD."personId", OLD."title", OLD."amountFen") THEN
    RAISE EXCEPTION 'an order item keeps its order, application and amount' USING ERRCODE = 'check_violation';
  END IF;
  SELECT "status" NOT IN ('CLOSED', 'REFUNDED') AND (NEW."refundedFen" = 0 OR NEW."refundedFen" < NEW."amountFen")
    INTO NEW."isLive" FROM "Order" WHERE "id" = NEW."orderId";
  RETURN NEW;
END $$;
CREATE TRIGGER order_item_keeps_its_facts BEFORE INSERT OR UPDATE ON "OrderItem"
  FOR EACH ROW EXECUTE FUNCTION order_item_keeps_its_facts();
CREATE TRIGGER order_item_stays BEFORE DELETE OR TRUNCATE ON "OrderItem"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION order_frees_its_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "OrderItem" SET "refundedFen" = "refundedFen" WHERE "orderId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER order_frees_its_items AFTER UPDATE OF "status" ON "Order" FOR EACH ROW
  WHEN ((OLD."status" IN ('CLOSED', 'REFUNDED')) <> (NEW."status" IN ('CLOSED', 'REFUNDED')))
  EXECUTE FUNCTION order_frees_its_items();

-- Every order so far is of one person, for one application.
INSERT INTO "OrderItem" ("id", "orderId", "applicationId", "personId", "title", "amountFen", "refundedFen")
  SELECT gen_random_uuid(), o."id", o."applicationId", a."personId", o."title", o."totalFen", o."refundedFen"
  FROM "Order" o JOIN "Application" a ON a."id" = o."applicationId";
UPDATE "Refund" r SET "orderItemId" = i."id" FROM "OrderItem" i WHERE i."orderId" = r."orderId" AND r."unmatchedId" IS NULL;

CREATE OR REPLACE FUNCTION refund_keeps_its_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."number", NEW."orderId", NEW."orderItemId", NEW."unmatchedId", NEW."provider", NEW."providerTransactionId", NEW."paymentFen", NEW."amountFen")
     IS DISTINCT FROM
     (OLD."number", OLD."orderId", OLD."orderItemId", OLD."unmatchedId", OLD."provider", OLD."providerTransactionId", OLD."paymentFen", OLD."amountFen") THEN
    RAISE EXCEPTION 'a refund keeps its number, payment and amount' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- One application is paid for by one live order, whoever made it.
DROP INDEX "Order_one_live";
CREATE UNIQUE INDEX "OrderItem_one_live" ON "OrderItem" ("applicationId") WHERE "isLive";

-- Looked at when the transaction commits: the shares are all there, and sum to what the order says.
CREATE FUNCTION order_agrees_with_items() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_order uuid;
  told record;
  found record;
BEGIN
  of_order := CASE TG_TABLE_NAME WHEN 'Order' THEN (to_jsonb(NEW) ->> 'id')::uuid
                                 ELSE (to_jsonb(NEW) ->> 'orderId')::uuid END;
  SELECT "totalFen", "refundedFen" INTO told FROM "Order" WHERE "id" = of_order;
  SELECT count(*) AS items, coalesce(sum("amountFen"), 0) AS total, coalesce(sum("refundedFen"), 0) AS refunded INTO found
    FROM "OrderItem" WHERE "orderId" = of_order;
  IF found.items = 0 OR told."totalFen" <> found.total OR told."refundedFen" <> found.refunded THEN
    RAISE EXCEPTION 'order % says % and % fen, its % items % and %',
      of_order, told."totalFen", told."refundedFen", found.items, found.total, found.refunded USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER order_sums_its_items AFTER INSERT OR UPDATE OF "refundedFen" ON "Order"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION order_agrees_with_items();
CREATE CONSTRAINT TRIGGER items_sum_to_order AFTER INSERT OR UPDATE OF "refundedFen" ON "OrderItem"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION order_agrees_with_items();
