-- Stacks of a unit's forms: printed as one packet, scanned as one batch, attested as one list.
ALTER TYPE "FilePurpose" ADD VALUE 'UNIT_SCAN';

CREATE TYPE "PacketStatus" AS ENUM ('WAITING', 'READY');
CREATE TYPE "HandInOutcome" AS ENUM ('WAITING', 'DONE', 'REFUSED');

CREATE TABLE "StampPacket" (
    "id" UUID NOT NULL,
    "number" VARCHAR(12) NOT NULL,
    "unitId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "isDuplex" BOOLEAN NOT NULL,
    "onlyNeeded" BOOLEAN NOT NULL,
    "items" JSONB NOT NULL,
    "status" "PacketStatus" NOT NULL DEFAULT 'WAITING',
    "done" INTEGER NOT NULL DEFAULT 0,
    "storageKey" TEXT,
    "bytes" INTEGER,
    "pages" INTEGER,
    "leftOut" TEXT[],
    "madeAt" TIMESTAMPTZ(3),
    "purgedAt" TIMESTAMPTZ(3),
    CONSTRAINT "StampPacket_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ScanBatch" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "packetId" UUID,
    "createdById" UUID NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "ScanBatch_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "BatchAttestation" (
    "id" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "attestedById" UUID NOT NULL,
    "attestedByName" TEXT NOT NULL,
    "attestedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "BatchAttestation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "BatchAttestationRow" (
    "attestationId" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "formVersion" INTEGER NOT NULL,
    "outcome" "HandInOutcome" NOT NULL DEFAULT 'WAITING',
    "refusal" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    CONSTRAINT "BatchAttestationRow_pkey" PRIMARY KEY ("attestationId","applicationId")
);

ALTER TABLE "StoredFile" ADD COLUMN "batchId" UUID, ADD COLUMN "readingUntil" TIMESTAMPTZ(3);

CREATE UNIQUE INDEX "StampPacket_number_key" ON "StampPacket"("number");
CREATE INDEX "StampPacket_unitId_createdAt_idx" ON "StampPacket"("unitId", "createdAt");
CREATE INDEX "StampPacket_status_madeAt_idx" ON "StampPacket"("status", "madeAt");
CREATE INDEX "ScanBatch_unitId_createdAt_idx" ON "ScanBatch"("unitId", "createdAt");
CREATE INDEX "BatchAttestation_batchId_idx" ON "BatchAttestation"("batchId");
CREATE INDEX "BatchAttestationRow_applicationId_idx" ON "BatchAttestationRow"("applicationId");
CREATE INDEX "StoredFile_batchId_idx" ON "StoredFile"("batchId");

ALTER TABLE "StampPacket" ADD CONSTRAINT "StampPacket_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ScanBatch" ADD CONSTRAINT "ScanBatch_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ScanBatch" ADD CONSTRAINT "ScanBatch_packetId_fkey" FOREIGN KEY ("packetId") REFERENCES "StampPacket"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "BatchAttestation" ADD CONSTRAINT "BatchAttestation_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ScanBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BatchAttestationRow" ADD CONSTRAINT "BatchAttestationRow_attestationId_fkey" FOREIGN KEY ("attestationId") REFERENCES "BatchAttestation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BatchAttestationRow" ADD CONSTRAINT "BatchAttestationRow_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ScanBatch"("id") ON DELETE SET NULL ON UPDATE CASCADE;
