-- Who decided is said by name: the queue tells a second person who was quicker.
ALTER TABLE "PaymentVoucher" ADD COLUMN "decidedByName" TEXT;
