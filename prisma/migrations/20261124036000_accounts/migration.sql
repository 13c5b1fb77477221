CREATE TYPE "DataRequestKind" AS ENUM ('CORRECT_NAME', 'CORRECT_DOCUMENT', 'CLOSE_ACCOUNT');

ALTER TYPE "CodePurpose" ADD VALUE 'RECOVER';

ALTER TABLE "Person" ADD COLUMN "closedAt" TIMESTAMPTZ(3);

CREATE TABLE "DataRequest" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "DataRequestKind" NOT NULL,
    "proposedCipher" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "status" "RecoveryStatus" NOT NULL DEFAULT 'OPEN',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "decisionNote" TEXT,

    CONSTRAINT "DataRequest_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "DataRequest_status_createdAt_idx" ON "DataRequest"("status", "createdAt");
CREATE INDEX "DataRequest_personId_idx" ON "DataRequest"("personId");
ALTER TABLE "DataRequest" ADD CONSTRAINT "DataRequest_personId_fkey"
  FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open request of a kind a person: a second click finds the first.
CREATE UNIQUE INDEX "DataRequest_one_open" ON "DataRequest" ("personId", "kind") WHERE "status" = 'OPEN';
