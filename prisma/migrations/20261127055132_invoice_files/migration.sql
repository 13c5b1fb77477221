-- CreateEnum
CREATE TYPE "InvoiceSide" AS ENUM ('BLUE', 'RED');

-- CreateEnum
CREATE TYPE "InvoiceFileFormat" AS ENUM ('PDF', 'OFD', 'XML');

-- AlterEnum
ALTER TYPE "MessageAttachment" ADD VALUE 'INVOICE';
ALTER TYPE "MessageAttachment" ADD VALUE 'RED_INVOICE';

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "invoiceId" UUID;

-- CreateTable
CREATE TABLE "InvoiceFile" (
    "id" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,
    "side" "InvoiceSide" NOT NULL,
    "format" "InvoiceFileFormat" NOT NULL,
    "storageKey" TEXT NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "addedById" UUID,
    "addedByName" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InvoiceFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "InvoiceFile_storageKey_key" ON "InvoiceFile"("storageKey");

-- CreateIndex
CREATE UNIQUE INDEX "InvoiceFile_invoiceId_side_format_key" ON "InvoiceFile"("invoiceId", "side", "format");

-- AddForeignKey
ALTER TABLE "InvoiceFile" ADD CONSTRAINT "InvoiceFile_invoiceId_fkey" FOREIGN KEY ("invoiceId") REFERENCES "Invoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
