-- CreateEnum
CREATE TYPE "MessageAttachment" AS ENUM ('APPLICATION_FORM');

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "attachment" "MessageAttachment";
