-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN     "signatures" JSONB;

-- CreateTable
CREATE TABLE "TrustAnchor" (
    "id" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "certificate" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL,
    "validTo" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "addedById" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "retiredById" UUID,
    "retiredAt" TIMESTAMPTZ(3),
    "retirementReason" TEXT,

    CONSTRAINT "TrustAnchor_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TrustAnchor_approvedAt_idx" ON "TrustAnchor"("approvedAt");

-- A certificate is trusted once, and whoever entered it does not agree to it himself.
CREATE UNIQUE INDEX "TrustAnchor_one_live" ON "TrustAnchor" ("sha256") WHERE "retiredAt" IS NULL;
ALTER TABLE "TrustAnchor" ADD CONSTRAINT "TrustAnchor_two_persons" CHECK ("approvedById" IS NULL OR "approvedById" <> "addedById");
