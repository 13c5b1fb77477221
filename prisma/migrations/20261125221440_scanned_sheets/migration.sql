-- CreateEnum
CREATE TYPE "SheetFiling" AS ENUM ('FILED', 'UNREAD', 'FOREIGN', 'MIXED');

-- CreateEnum
CREATE TYPE "SheetLamp" AS ENUM ('GREEN', 'AMBER', 'RED');

-- AlterTable
ALTER TABLE "FormSnapshot" ADD COLUMN     "regions" JSONB;

-- CreateTable
CREATE TABLE "ScannedSheet" (
    "id" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "sheet" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "filing" "SheetFiling" NOT NULL,
    "applicationId" UUID,
    "applicationNumber" VARCHAR(16),
    "formVersion" INTEGER,
    "page" INTEGER,
    "digest" TEXT,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "examination" JSONB,
    "lamp" "SheetLamp",
    "findings" JSONB NOT NULL DEFAULT '[]',
    "examinedAt" TIMESTAMPTZ(3),
    "voidedAt" TIMESTAMPTZ(3),
    "voidedBecause" TEXT,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ScannedSheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StampedFormSheet" (
    "stampedFormId" UUID NOT NULL,
    "sheetId" UUID NOT NULL,
    "page" INTEGER,

    CONSTRAINT "StampedFormSheet_pkey" PRIMARY KEY ("stampedFormId","sheetId")
);

-- CreateIndex
CREATE INDEX "ScannedSheet_applicationId_digest_idx" ON "ScannedSheet"("applicationId", "digest");

-- CreateIndex
CREATE UNIQUE INDEX "ScannedSheet_fileId_sheet_position_key" ON "ScannedSheet"("fileId", "sheet", "position");

-- CreateIndex
CREATE INDEX "StampedFormSheet_sheetId_idx" ON "StampedFormSheet"("sheetId");

-- AddForeignKey
ALTER TABLE "ScannedSheet" ADD CONSTRAINT "ScannedSheet_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScannedSheet" ADD CONSTRAINT "ScannedSheet_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StampedFormSheet" ADD CONSTRAINT "StampedFormSheet_stampedFormId_fkey" FOREIGN KEY ("stampedFormId") REFERENCES "StampedForm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StampedFormSheet" ADD CONSTRAINT "StampedFormSheet_sheetId_fkey" FOREIGN KEY ("sheetId") REFERENCES "ScannedSheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ScannedSheet" ADD CONSTRAINT "ScannedSheet_filed_is_proven" CHECK (
  CASE WHEN "filing" = 'FILED'
    THEN num_nulls("applicationId", "applicationNumber", "formVersion", "page", "digest") = 0
    ELSE "applicationId" IS NULL
  END
);

-- Scans from before: every sheet by itself. A code counts where it is, letter by letter, one that was issued.
WITH issued AS (
  SELECT form."applicationId", application."number", form."version", (page->>'number')::int AS "page", page->>'digest' AS "digest", page->>'code' AS "code"
  FROM "FormSnapshot" form
  JOIN "Application" application ON application."id" = form."applicationId"
  CROSS JOIN LATERAL jsonb_array_elements(form."pages") AS page
), sheet AS (
  SELECT file."id", file."applicationId", file."createdAt", file."deletedAt", number AS "sheet", file."pageCodes"->(number - 1) AS "codes"
  FROM "StoredFile" file
  CROSS JOIN LATERAL generate_series(1, file."pages") AS number
  WHERE file."purpose" = 'STAMPED_FORM' AND file."status" = 'CLEAN'
), seen AS (
  SELECT DISTINCT sheet."id" AS "fileId", sheet."sheet", sheet."createdAt", sheet."deletedAt", issued."number", issued."version", issued."page", issued."digest",
    issued."applicationId", issued."applicationId" = sheet."applicationId" AS "isOwn"
  FROM sheet
  LEFT JOIN issued ON sheet."codes" @> to_jsonb(issued."code")
)
INSERT INTO "ScannedSheet" ("id", "fileId", "sheet", "position", "filing", "applicationId", "applicationNumber", "formVersion", "page", "digest", "filedAt", "removedAt")
SELECT gen_random_uuid(), "fileId", "sheet", row_number() OVER (PARTITION BY "fileId", "sheet" ORDER BY "number", "version", "page") - 1,
  (CASE WHEN "isOwn" IS NULL THEN 'UNREAD' WHEN "isOwn" THEN 'FILED' ELSE 'FOREIGN' END)::"SheetFiling",
  CASE WHEN "isOwn" THEN "applicationId" END, "number", "version", "page", "digest", "createdAt", "deletedAt"
FROM seen;

INSERT INTO "StampedFormSheet" ("stampedFormId", "sheetId", "page")
SELECT handed."stampedFormId", sheet."id", sheet."page"
FROM "StampedFormFile" handed
JOIN "StampedForm" stamped ON stamped."id" = handed."stampedFormId"
JOIN "ScannedSheet" sheet ON sheet."fileId" = handed."fileId"
WHERE sheet."filing" = 'UNREAD' OR (sheet."filing" = 'FILED' AND sheet."formVersion" = stamped."version");

-- What was refused then stays refused.
UPDATE "ScannedSheet" sheet SET "voidedAt" = stamped."uploadedAt", "voidedBecause" = '盖章件已退回。'
FROM "StampedFormSheet" handed
JOIN "StampedForm" stamped ON stamped."id" = handed."stampedFormId"
WHERE handed."sheetId" = sheet."id" AND stamped."status" = 'REJECTED';

INSERT INTO "OutboxJob" ("kind", "payload", "runAfter", "createdAt")
SELECT 'scans.examine', jsonb_build_object('fileId', "fileId"), now(), now()
FROM "ScannedSheet" WHERE "removedAt" IS NULL GROUP BY "fileId";

DROP TABLE "StampedFormFile";

-- A frozen snapshot is only ever superseded, never rewritten; its places are as frozen as its words.
CREATE OR REPLACE FUNCTION snapshot_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."applicationId", NEW."version", NEW."words", NEW."answers", NEW."sha256", NEW."pdfSha256", NEW."pages", NEW."regions", NEW."lockedAt")
     IS DISTINCT FROM
     (OLD."applicationId", OLD."version", OLD."words", OLD."answers", OLD."sha256", OLD."pdfSha256", OLD."pages", OLD."regions", OLD."lockedAt") THEN
    RAISE EXCEPTION 'a form snapshot is frozen' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
