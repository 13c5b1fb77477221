-- CreateEnum
CREATE TYPE "SanctionStatus" AS ENUM ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'LIFTED');

-- CreateEnum
CREATE TYPE "AppealStatus" AS ENUM ('OPEN', 'GRANTED', 'REFUSED');

-- AlterTable
ALTER TABLE "Application" ADD COLUMN     "daysHeld" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "frozenById" UUID,
ADD COLUMN     "frozenFrom" "ApplicationStatus";

-- CreateTable
CREATE TABLE "Sanction" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "creditCode" VARCHAR(18) NOT NULL,
    "unitName" VARCHAR(200) NOT NULL,
    "regionCode" VARCHAR(6) NOT NULL,
    "status" "SanctionStatus" NOT NULL DEFAULT 'PROPOSED',
    "finding" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedByName" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "proposedOn" DATE NOT NULL,
    "decisionNumber" VARCHAR(60) NOT NULL DEFAULT '',
    "decidedById" UUID,
    "decidedByName" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT NOT NULL DEFAULT '',
    "startsOn" DATE,
    "endsOn" DATE,
    "liftedById" UUID,
    "liftedByName" TEXT NOT NULL DEFAULT '',
    "liftedAt" TIMESTAMPTZ(3),
    "liftReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Sanction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SanctionAppeal" (
    "id" UUID NOT NULL,
    "sanctionId" UUID NOT NULL,
    "status" "AppealStatus" NOT NULL DEFAULT 'OPEN',
    "text" TEXT NOT NULL,
    "lodgedById" UUID NOT NULL,
    "lodgedByName" TEXT NOT NULL,
    "lodgedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedByName" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SanctionAppeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SanctionFile" (
    "fileId" UUID NOT NULL,
    "sanctionId" UUID NOT NULL,
    "appealId" UUID,
    "position" INTEGER NOT NULL,

    CONSTRAINT "SanctionFile_pkey" PRIMARY KEY ("fileId")
);

-- CreateIndex
CREATE INDEX "Sanction_creditCode_idx" ON "Sanction"("creditCode");

-- CreateIndex
CREATE INDEX "Sanction_status_proposedAt_idx" ON "Sanction"("status", "proposedAt");

-- CreateIndex
CREATE INDEX "SanctionAppeal_sanctionId_idx" ON "SanctionAppeal"("sanctionId");

-- CreateIndex
CREATE INDEX "SanctionFile_sanctionId_idx" ON "SanctionFile"("sanctionId");

-- CreateIndex
CREATE INDEX "Application_frozenById_idx" ON "Application"("frozenById");

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_frozenById_fkey" FOREIGN KEY ("frozenById") REFERENCES "Sanction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SanctionAppeal" ADD CONSTRAINT "SanctionAppeal_sanctionId_fkey" FOREIGN KEY ("sanctionId") REFERENCES "Sanction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SanctionFile" ADD CONSTRAINT "SanctionFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SanctionFile" ADD CONSTRAINT "SanctionFile_sanctionId_fkey" FOREIGN KEY ("sanctionId") REFERENCES "Sanction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SanctionFile" ADD CONSTRAINT "SanctionFile_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "SanctionAppeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of one credit code never two at a time, proposed or in force; one that is over stands in nobody's way.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_one_at_a_time" EXCLUDE USING gist (
  "creditCode" WITH =, daterange(coalesce("startsOn", "proposedOn"), "endsOn", '[]') WITH &&
) WHERE ("status" IN ('PROPOSED', 'APPROVED'));

-- Two persons decide, for three years to the day; what is decided is complete.
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_two_persons" CHECK ("decidedById" <> "proposedById");
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_lifted_by_another" CHECK ("liftedById" <> "proposedById");
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_three_years" CHECK ("endsOn" = ("startsOn" + interval '3 years')::date);
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_approved_is_complete" CHECK (
  "status" NOT IN ('APPROVED', 'LIFTED')
  OR ("decidedById" IS NOT NULL AND "startsOn" IS NOT NULL AND "endsOn" IS NOT NULL AND "decisionNumber" <> '')
);
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_lifted_is_complete" CHECK (
  "status" <> 'LIFTED' OR ("liftedById" IS NOT NULL AND "liftedAt" IS NOT NULL AND "liftReason" <> '')
);
CREATE UNIQUE INDEX "SanctionAppeal_one_open" ON "SanctionAppeal" ("sanctionId") WHERE "status" = 'OPEN';

-- Frozen by something, from somewhere.
ALTER TABLE "Application" ADD CONSTRAINT "Application_frozen_from" CHECK (
  ("frozenFrom" IS NULL) = ("frozenById" IS NULL)
  AND ("status" <> 'FROZEN' OR "frozenFrom" IS NOT NULL)
  AND ("frozenFrom" IS NULL OR "status" IN ('FROZEN', 'REJECTED'))
);

-- Who decides an appeal has neither proposed nor approved; a finding is not rewritten.
CREATE FUNCTION appeal_needs_a_third() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "Sanction" s
    WHERE s."id" = NEW."sanctionId" AND NEW."decidedById" IN (s."proposedById", s."decidedById")
  ) THEN
    RAISE EXCEPTION 'an appeal is decided by a third person' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appeal_needs_a_third BEFORE INSERT OR UPDATE ON "SanctionAppeal"
  FOR EACH ROW EXECUTE FUNCTION appeal_needs_a_third();

CREATE FUNCTION sanction_keeps_its_finding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."creditCode", NEW."finding", NEW."proposedById", NEW."proposedAt")
     IS DISTINCT FROM (OLD."creditCode", OLD."finding", OLD."proposedById", OLD."proposedAt")
     OR (OLD."startsOn" IS NOT NULL AND (NEW."startsOn", NEW."endsOn", NEW."decidedById")
     IS DISTINCT FROM (OLD."startsOn", OLD."endsOn", OLD."decidedById")) THEN
    RAISE EXCEPTION 'a finding and its decision are not rewritten' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sanction_keeps_its_finding BEFORE UPDATE ON "Sanction"
  FOR EACH ROW EXECUTE FUNCTION sanction_keeps_its_finding();
