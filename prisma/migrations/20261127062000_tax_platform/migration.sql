-- CreateEnum
CREATE TYPE "InvoiceWay" AS ENUM ('CLIENT', 'PLATFORM');

-- AlterTable
ALTER TABLE "Invoice" ADD COLUMN     "askedAt" TIMESTAMPTZ(3),
ADD COLUMN     "redFailure" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "redRequestId" VARCHAR(20);

-- AlterTable
ALTER TABLE "InvoiceBatch" ADD COLUMN     "sellerTaxNumber" VARCHAR(20) NOT NULL DEFAULT '',
ADD COLUMN     "way" "InvoiceWay" NOT NULL DEFAULT 'CLIENT';

-- AlterTable
ALTER TABLE "InvoiceSeller" ADD COLUMN     "taxNumber" VARCHAR(20) NOT NULL DEFAULT '',
ADD COLUMN     "way" "InvoiceWay" NOT NULL DEFAULT 'CLIENT';

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_redRequestId_key" ON "Invoice"("redRequestId");

-- The platform issues for nobody whom it cannot name.
ALTER TABLE "InvoiceSeller" ADD CONSTRAINT "InvoiceSeller_named_at_platform" CHECK ("way" = 'CLIENT' OR "taxNumber" <> '');
ALTER TABLE "InvoiceBatch" ADD CONSTRAINT "InvoiceBatch_named_at_platform" CHECK ("way" = 'CLIENT' OR "sellerTaxNumber" <> '');
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_red_refused_while_reversing" CHECK ("redFailure" = '' OR ("status" = 'REVERSING' AND "redRequestId" IS NOT NULL));
