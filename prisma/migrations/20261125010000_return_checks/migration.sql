-- CreateEnum
CREATE TYPE "PreflightOutcome" AS ENUM ('passed', 'warned', 'not_run');

-- AlterTable
ALTER TABLE "FormSnapshot" ADD COLUMN     "acknowledged" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "ReturnReason" ADD COLUMN     "associationId" TEXT,
ADD COLUMN     "check" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN     "pageFacts" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "PreflightResult" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "formVersion" INTEGER NOT NULL,
    "moment" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "outcome" "PreflightOutcome" NOT NULL,
    "because" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PreflightResult_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReturnReasonRevision" (
    "id" UUID NOT NULL,
    "reasonCode" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "changes" JSONB NOT NULL,

    CONSTRAINT "ReturnReasonRevision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PreflightResult_applicationId_code_at_idx" ON "PreflightResult"("applicationId", "code", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ReturnReasonRevision_reasonCode_revision_key" ON "ReturnReasonRevision"("reasonCode", "revision");

-- AddForeignKey
ALTER TABLE "PreflightResult" ADD CONSTRAINT "PreflightResult_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReturnReason" ADD CONSTRAINT "ReturnReason_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReturnReasonRevision" ADD CONSTRAINT "ReturnReasonRevision_reasonCode_fkey" FOREIGN KEY ("reasonCode") REFERENCES "ReturnReason"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a check said, and how the list of reasons was kept, is never rewritten; a reason is made inactive instead of deleted.
CREATE TRIGGER preflight_result_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "PreflightResult"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER return_reason_revision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ReturnReasonRevision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER return_reason_is_kept BEFORE DELETE OR TRUNCATE ON "ReturnReason"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The reasons that are there already are bound as new ones are by the seed.
UPDATE "ReturnReason" SET "check" = bound."check" FROM (VALUES
  ('SCAN_UNREADABLE', 'scan.quality'),
  ('PAGES_MISSING', 'scan.pages'),
  ('SEAL_MISSING', 'scan.seal'),
  ('SIGNATURE_MISSING', 'scan.signature'),
  ('EVIDENCE_MISSING', 'evidence.present'),
  ('EVIDENCE_UNREADABLE', 'evidence.readable'),
  ('FORM_INCOMPLETE', 'form.complete'),
  ('FORM_INCONSISTENT', 'form.consistent'),
  ('PHOTO_UNFIT', 'photo.fit'),
  ('NAME_DIFFERS', 'form.names'),
  ('UNIT_DETAILS_WRONG', 'unit.known'),
  ('UNIT_OUTSIDE_PROVINCE', 'unit.province'),
  ('CONDITIONS_NOT_MET', 'conditions.met')
) AS bound ("code", "check") WHERE "ReturnReason"."code" = bound."code";

-- What was confirmed at locking is frozen with the snapshot.
CREATE FUNCTION snapshot_keeps_acknowledged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."acknowledged" IS DISTINCT FROM OLD."acknowledged" THEN
    RAISE EXCEPTION 'a form snapshot is frozen' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER snapshot_keeps_acknowledged BEFORE UPDATE ON "FormSnapshot"
  FOR EACH ROW EXECUTE FUNCTION snapshot_keeps_acknowledged();
