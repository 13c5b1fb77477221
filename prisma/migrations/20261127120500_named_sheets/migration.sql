-- Who has said which page an unread sheet is.
ALTER TABLE "ScannedSheet" ADD COLUMN     "namedAt" TIMESTAMPTZ(3),
ADD COLUMN     "namedById" UUID,
ADD COLUMN     "namedByName" TEXT;
