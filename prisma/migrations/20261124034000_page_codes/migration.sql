-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN     "pageCodes" JSONB NOT NULL DEFAULT '[]';
