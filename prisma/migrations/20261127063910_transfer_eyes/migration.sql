-- AlterTable
ALTER TABLE "Cycle" ADD COLUMN     "transferEyesAboveFen" INTEGER;

-- AlterTable
ALTER TABLE "PaymentVoucher" ADD COLUMN     "foundAt" TIMESTAMPTZ(3),
ADD COLUMN     "foundById" UUID,
ADD COLUMN     "foundByName" TEXT,
ADD COLUMN     "foundReference" TEXT;
