CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('MAINLAND_ID', 'HMT_RESIDENCE_PERMIT', 'FOREIGNER_CARD', 'FOREIGNER_CARD_OLD');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('MALE', 'FEMALE');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('APPLICANT', 'UNIT_ADMIN', 'REVIEWER', 'FINANCE', 'NATIONAL_STAFF', 'EXPERT', 'EXAMINER', 'AUDITOR', 'SYSTEM_ADMIN');

-- CreateEnum
CREATE TYPE "CodePurpose" AS ENUM ('REGISTER', 'RESET_PASSWORD', 'CHANGE_PHONE', 'CLAIM');

-- CreateEnum
CREATE TYPE "RecoveryStatus" AS ENUM ('OPEN', 'GRANTED', 'REFUSED');

-- CreateEnum
CREATE TYPE "ApplicationStatus" AS ENUM ('DRAFT', 'AWAITING_STAMP', 'SUBMITTED', 'COMPLETE', 'UNDER_REVIEW', 'RETURNED', 'REJECTED', 'ELIGIBLE', 'EXAM', 'ACHIEVEMENT_REVIEW', 'DEFENSE', 'RESULT_PUBLIC_NOTICE', 'CERTIFIED', 'NOT_PASSED', 'WITHDRAWN', 'DISCARDED');

-- CreateEnum
CREATE TYPE "StampedFormStatus" AS ENUM ('UPLOADED', 'UNIT_CONFIRMED', 'ACCEPTED', 'REJECTED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "ReviewOutcome" AS ENUM ('ACCEPTED', 'RETURNED', 'REJECTED');

-- CreateEnum
CREATE TYPE "AssociationKind" AS ENUM ('PROVINCIAL', 'NATIONAL');

-- CreateEnum
CREATE TYPE "Level" AS ENUM ('PRIMARY', 'INTERMEDIATE', 'SENIOR');

-- CreateEnum
CREATE TYPE "CycleStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "NoticeStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "FilePurpose" AS ENUM ('PHOTO', 'EVIDENCE', 'STAMPED_FORM', 'PAYMENT_VOUCHER', 'UNIT_PROOF');

-- CreateEnum
CREATE TYPE "FileStatus" AS ENUM ('CHECKING', 'CLEAN', 'REFUSED');

-- CreateEnum
CREATE TYPE "MessageChannel" AS ENUM ('SMS', 'MAIL', 'SITE');

-- CreateEnum
CREATE TYPE "MessageStatus" AS ENUM ('QUEUED', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "OrderStatus" AS ENUM ('UNPAID', 'PAYING', 'VOUCHER_UPLOADED', 'PAID', 'REFUNDING', 'REFUNDED', 'CLOSED');

-- CreateEnum
CREATE TYPE "AttemptStatus" AS ENUM ('CREATED', 'SUCCEEDED', 'CLOSED', 'FAILED');

-- CreateEnum
CREATE TYPE "VoucherStatus" AS ENUM ('UPLOADED', 'CONFIRMED', 'REFUSED');

-- CreateEnum
CREATE TYPE "UnitStatus" AS ENUM ('PENDING', 'APPROVED', 'REJECTED');

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "documentKind" "DocumentKind" NOT NULL,
    "documentCipher" TEXT NOT NULL,
    "documentIndex" TEXT NOT NULL,
    "birthday" DATE,
    "sex" "Sex",
    "phoneCipher" TEXT NOT NULL,
    "phoneIndex" TEXT NOT NULL,
    "email" VARCHAR(254),
    "passwordHash" TEXT,
    "passwordSetAt" TIMESTAMPTZ(3),
    "persona" TEXT,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "photoFileId" UUID,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "associationId" TEXT,
    "unitId" UUID,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "grantedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "roleGrantId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" VARCHAR(400) NOT NULL DEFAULT '',
    "ip" VARCHAR(64) NOT NULL DEFAULT '',

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationCode" (
    "id" UUID NOT NULL,
    "phoneIndex" TEXT NOT NULL,
    "purpose" "CodePurpose" NOT NULL,
    "codeHash" TEXT NOT NULL,
    "wrongTries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "VerificationCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ConsentRecord" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "document" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "ip" VARCHAR(64) NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "ConsentRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryRequest" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "claimedName" VARCHAR(200) NOT NULL,
    "newPhoneCipher" TEXT NOT NULL,
    "newPhoneIndex" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "RecoveryStatus" NOT NULL DEFAULT 'OPEN',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "decisionNote" TEXT,

    CONSTRAINT "RecoveryRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Application" (
    "id" UUID NOT NULL,
    "number" VARCHAR(16) NOT NULL,
    "personId" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "cycleLevelId" UUID NOT NULL,
    "level" "Level" NOT NULL,
    "status" "ApplicationStatus" NOT NULL DEFAULT 'DRAFT',
    "category" TEXT,
    "unitId" UUID,
    "formVersion" INTEGER NOT NULL DEFAULT 0,
    "hasMaterials" BOOLEAN NOT NULL DEFAULT false,
    "hasPayment" BOOLEAN NOT NULL DEFAULT false,
    "levelFrozenAt" TIMESTAMPTZ(3),
    "submittedAt" TIMESTAMPTZ(3),
    "completedAt" TIMESTAMPTZ(3),
    "revisionDueAt" TIMESTAMPTZ(3),
    "statusSince" TIMESTAMPTZ(3) NOT NULL,
    "claimedById" UUID,
    "claimedAt" TIMESTAMPTZ(3),
    "releasedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormSection" (
    "applicationId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedById" UUID NOT NULL,

    CONSTRAINT "FormSection_pkey" PRIMARY KEY ("applicationId","slug")
);

-- CreateTable
CREATE TABLE "AchievementEvidence" (
    "applicationId" UUID NOT NULL,
    "rowId" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "AchievementEvidence_pkey" PRIMARY KEY ("applicationId","rowId","fileId")
);

-- CreateTable
CREATE TABLE "FormSnapshot" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "words" JSONB NOT NULL,
    "answers" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "photoFileId" UUID,
    "pdfSha256" TEXT NOT NULL,
    "pages" JSONB NOT NULL,
    "lockedAt" TIMESTAMPTZ(3) NOT NULL,
    "lockedById" UUID NOT NULL,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "FormSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StampedForm" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "status" "StampedFormStatus" NOT NULL DEFAULT 'UPLOADED',
    "uploadedById" UUID NOT NULL,
    "uploadedByRole" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,
    "attestation" TEXT NOT NULL,
    "attestedById" UUID NOT NULL,
    "attestedByName" TEXT NOT NULL,
    "attestedAt" TIMESTAMPTZ(3) NOT NULL,
    "readings" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "StampedForm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StampedFormFile" (
    "stampedFormId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "StampedFormFile_pkey" PRIMARY KEY ("stampedFormId","fileId")
);

-- CreateTable
CREATE TABLE "EligibilityAnswer" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "moment" TEXT NOT NULL,
    "results" JSONB NOT NULL,

    CONSTRAINT "EligibilityAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewDecision" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "outcome" "ReviewOutcome" NOT NULL,
    "reasons" JSONB NOT NULL DEFAULT '[]',
    "note" TEXT NOT NULL DEFAULT '',
    "formVersion" INTEGER NOT NULL,
    "decidedById" UUID NOT NULL,
    "decidedByName" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "stream" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT NOT NULL,
    "fromStatus" TEXT,
    "toStatus" TEXT,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "actorRole" TEXT NOT NULL,
    "note" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "previousHash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "lastEventId" BIGINT NOT NULL,
    "streams" INTEGER NOT NULL,
    "headsDigest" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Association" (
    "id" TEXT NOT NULL,
    "kind" "AssociationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "provinceName" TEXT NOT NULL,
    "provinceCode" VARCHAR(2) NOT NULL,

    CONSTRAINT "Association_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cycle" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "cycleYear" INTEGER NOT NULL,
    "associationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isDemonstration" BOOLEAN NOT NULL DEFAULT false,
    "status" "CycleStatus" NOT NULL DEFAULT 'DRAFT',
    "applyOpensAt" TIMESTAMPTZ(3) NOT NULL,
    "applyClosesAt" TIMESTAMPTZ(3) NOT NULL,
    "materialsCloseAt" TIMESTAMPTZ(3) NOT NULL,
    "paymentClosesAt" TIMESTAMPTZ(3) NOT NULL,
    "revisionWorkingDays" INTEGER NOT NULL DEFAULT 5,
    "writtenExamPlan" TEXT NOT NULL DEFAULT '',
    "defensePlan" TEXT NOT NULL DEFAULT '',
    "agentStatement" TEXT NOT NULL DEFAULT '',
    "unitAttestation" TEXT NOT NULL DEFAULT '',
    "declaration" TEXT[],
    "contacts" JSONB NOT NULL DEFAULT '[]',
    "texts" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Cycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CycleLevel" (
    "id" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "level" "Level" NOT NULL,
    "deciderId" TEXT NOT NULL,
    "feeFen" INTEGER,
    "isOpen" BOOLEAN NOT NULL DEFAULT false,
    "conditionsText" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CycleLevel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EligibilityRule" (
    "id" UUID NOT NULL,
    "cycleLevelId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "isHard" BOOLEAN NOT NULL DEFAULT false,
    "expression" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EligibilityRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CycleRevision" (
    "id" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    "byName" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changes" JSONB NOT NULL,

    CONSTRAINT "CycleRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "documentNumber" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "associationId" TEXT NOT NULL,
    "cycleId" UUID,
    "supplementsId" UUID,
    "issuedOn" DATE NOT NULL,
    "salutation" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "annexTitle" TEXT NOT NULL DEFAULT '',
    "annexBody" TEXT NOT NULL DEFAULT '',
    "status" "NoticeStatus" NOT NULL DEFAULT 'DRAFT',
    "publishedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReturnReason" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "advice" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ReturnReason_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "associationId" TEXT NOT NULL,
    "level" "Level" NOT NULL,
    "cycleYear" INTEGER,
    "holderName" TEXT NOT NULL,
    "issuedOn" DATE NOT NULL,
    "validUntil" DATE,
    "revokedAt" TIMESTAMPTZ(3),
    "origin" TEXT NOT NULL DEFAULT 'ISSUED',

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "uploadedById" UUID NOT NULL,
    "applicationId" UUID,
    "purpose" "FilePurpose" NOT NULL,
    "storageKey" TEXT NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "pages" INTEGER NOT NULL DEFAULT 1,
    "status" "FileStatus" NOT NULL DEFAULT 'CHECKING',
    "refusal" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "personId" UUID,
    "applicationId" UUID,
    "channel" "MessageChannel" NOT NULL,
    "addressCipher" TEXT NOT NULL DEFAULT '',
    "template" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "status" "MessageStatus" NOT NULL DEFAULT 'QUEUED',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" UUID NOT NULL,
    "number" VARCHAR(32) NOT NULL,
    "personId" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "totalFen" INTEGER NOT NULL,
    "paidFen" INTEGER NOT NULL DEFAULT 0,
    "status" "OrderStatus" NOT NULL DEFAULT 'UNPAID',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "paidAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentAttempt" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "outTradeNumber" VARCHAR(32) NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "status" "AttemptStatus" NOT NULL DEFAULT 'CREATED',
    "providerTransactionId" TEXT,
    "payUrl" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaymentAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentNotice" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "noticeId" TEXT NOT NULL,
    "outTradeNumber" TEXT,
    "outcome" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaymentNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentVoucher" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "payerName" TEXT NOT NULL,
    "paidOn" DATE NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "status" "VoucherStatus" NOT NULL DEFAULT 'UPLOADED',
    "uploadedById" UUID NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "bankReference" TEXT,
    "note" TEXT,

    CONSTRAINT "PaymentVoucher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" UUID NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "formerNames" TEXT[],
    "creditCode" VARCHAR(18) NOT NULL,
    "kind" TEXT NOT NULL,
    "regionCode" VARCHAR(6) NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "status" "UnitStatus" NOT NULL DEFAULT 'PENDING',
    "addedById" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_documentIndex_key" ON "Person"("documentIndex");

-- CreateIndex
CREATE UNIQUE INDEX "Person_phoneIndex_key" ON "Person"("phoneIndex");

-- CreateIndex
CREATE UNIQUE INDEX "Person_persona_key" ON "Person"("persona");

-- CreateIndex
CREATE INDEX "RoleGrant_personId_idx" ON "RoleGrant"("personId");

-- CreateIndex
CREATE INDEX "RoleGrant_unitId_idx" ON "RoleGrant"("unitId");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "VerificationCode_phoneIndex_purpose_createdAt_idx" ON "VerificationCode"("phoneIndex", "purpose", "createdAt");

-- CreateIndex
CREATE INDEX "ConsentRecord_personId_idx" ON "ConsentRecord"("personId");

-- CreateIndex
CREATE INDEX "RecoveryRequest_status_createdAt_idx" ON "RecoveryRequest"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Application_number_key" ON "Application"("number");

-- CreateIndex
CREATE INDEX "Application_personId_idx" ON "Application"("personId");

-- CreateIndex
CREATE INDEX "Application_status_statusSince_idx" ON "Application"("status", "statusSince");

-- CreateIndex
CREATE INDEX "Application_cycleId_level_status_idx" ON "Application"("cycleId", "level", "status");

-- CreateIndex
CREATE INDEX "Application_unitId_status_idx" ON "Application"("unitId", "status");

-- CreateIndex
CREATE INDEX "Application_claimedById_status_idx" ON "Application"("claimedById", "status");

-- CreateIndex
CREATE UNIQUE INDEX "FormSnapshot_applicationId_version_key" ON "FormSnapshot"("applicationId", "version");

-- CreateIndex
CREATE INDEX "StampedForm_applicationId_status_idx" ON "StampedForm"("applicationId", "status");

-- CreateIndex
CREATE INDEX "EligibilityAnswer_applicationId_idx" ON "EligibilityAnswer"("applicationId");

-- CreateIndex
CREATE INDEX "ReviewDecision_applicationId_idx" ON "ReviewDecision"("applicationId");

-- CreateIndex
CREATE INDEX "AuditEvent_name_at_idx" ON "AuditEvent"("name", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_at_idx" ON "AuditEvent"("actorId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_stream_sequence_key" ON "AuditEvent"("stream", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Cycle_slug_key" ON "Cycle"("slug");

-- CreateIndex
CREATE INDEX "Cycle_associationId_status_idx" ON "Cycle"("associationId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "CycleLevel_cycleId_level_key" ON "CycleLevel"("cycleId", "level");

-- CreateIndex
CREATE UNIQUE INDEX "EligibilityRule_cycleLevelId_code_version_key" ON "EligibilityRule"("cycleLevelId", "code", "version");

-- CreateIndex
CREATE UNIQUE INDEX "CycleRevision_cycleId_revision_key" ON "CycleRevision"("cycleId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_slug_key" ON "Notice"("slug");

-- CreateIndex
CREATE INDEX "Notice_status_issuedOn_idx" ON "Notice"("status", "issuedOn");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_number_key" ON "Certificate"("number");

-- CreateIndex
CREATE INDEX "Certificate_personId_level_idx" ON "Certificate"("personId", "level");

-- CreateIndex
CREATE UNIQUE INDEX "StoredFile_storageKey_key" ON "StoredFile"("storageKey");

-- CreateIndex
CREATE INDEX "StoredFile_applicationId_purpose_idx" ON "StoredFile"("applicationId", "purpose");

-- CreateIndex
CREATE INDEX "StoredFile_ownerId_idx" ON "StoredFile"("ownerId");

-- CreateIndex
CREATE INDEX "Message_personId_createdAt_idx" ON "Message"("personId", "createdAt");

-- CreateIndex
CREATE INDEX "Message_status_createdAt_idx" ON "Message"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number");

-- CreateIndex
CREATE INDEX "Order_applicationId_idx" ON "Order"("applicationId");

-- CreateIndex
CREATE INDEX "Order_personId_idx" ON "Order"("personId");

-- CreateIndex
CREATE INDEX "Order_status_createdAt_idx" ON "Order"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentAttempt_outTradeNumber_key" ON "PaymentAttempt"("outTradeNumber");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentAttempt_providerTransactionId_key" ON "PaymentAttempt"("providerTransactionId");

-- CreateIndex
CREATE INDEX "PaymentAttempt_orderId_idx" ON "PaymentAttempt"("orderId");

-- CreateIndex
CREATE INDEX "PaymentAttempt_status_createdAt_idx" ON "PaymentAttempt"("status", "createdAt");

-- CreateIndex
CREATE INDEX "PaymentNotice_provider_noticeId_idx" ON "PaymentNotice"("provider", "noticeId");

-- CreateIndex
CREATE INDEX "PaymentNotice_outTradeNumber_idx" ON "PaymentNotice"("outTradeNumber");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentVoucher_bankReference_key" ON "PaymentVoucher"("bankReference");

-- CreateIndex
CREATE INDEX "PaymentVoucher_status_uploadedAt_idx" ON "PaymentVoucher"("status", "uploadedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_creditCode_key" ON "Unit"("creditCode");

-- CreateIndex
CREATE INDEX "Unit_status_idx" ON "Unit"("status");

-- CreateIndex
CREATE INDEX "Unit_name_trgm" ON "Unit" USING GIN ("name" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsentRecord" ADD CONSTRAINT "ConsentRecord_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryRequest" ADD CONSTRAINT "RecoveryRequest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_cycleLevelId_fkey" FOREIGN KEY ("cycleLevelId") REFERENCES "CycleLevel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormSection" ADD CONSTRAINT "FormSection_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AchievementEvidence" ADD CONSTRAINT "AchievementEvidence_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AchievementEvidence" ADD CONSTRAINT "AchievementEvidence_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormSnapshot" ADD CONSTRAINT "FormSnapshot_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StampedForm" ADD CONSTRAINT "StampedForm_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StampedFormFile" ADD CONSTRAINT "StampedFormFile_stampedFormId_fkey" FOREIGN KEY ("stampedFormId") REFERENCES "StampedForm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StampedFormFile" ADD CONSTRAINT "StampedFormFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EligibilityAnswer" ADD CONSTRAINT "EligibilityAnswer_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewDecision" ADD CONSTRAINT "ReviewDecision_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cycle" ADD CONSTRAINT "Cycle_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CycleLevel" ADD CONSTRAINT "CycleLevel_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EligibilityRule" ADD CONSTRAINT "EligibilityRule_cycleLevelId_fkey" FOREIGN KEY ("cycleLevelId") REFERENCES "CycleLevel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CycleRevision" ADD CONSTRAINT "CycleRevision_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentAttempt" ADD CONSTRAINT "PaymentAttempt_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentVoucher" ADD CONSTRAINT "PaymentVoucher_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


