-- R10: one application a person and cycle, whatever the account, tab or process. Only a discarded draft gives the cycle back.
CREATE UNIQUE INDEX "Application_one_per_cycle" ON "Application" ("personId", "cycleId") WHERE "releasedAt" IS NULL;

-- R11: level, cycle and person never change once the level is frozen, by whatever way somebody tries.
CREATE FUNCTION application_keeps_frozen_level() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."personId" <> OLD."personId" OR NEW."cycleId" <> OLD."cycleId" THEN
    RAISE EXCEPTION 'an application keeps its person and cycle' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."levelFrozenAt" IS NOT NULL AND (
    NEW."level" <> OLD."level" OR NEW."cycleLevelId" <> OLD."cycleLevelId"
    OR NEW."levelFrozenAt" IS NULL OR NEW."releasedAt" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'the level is frozen after submission' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER application_keeps_frozen_level BEFORE UPDATE ON "Application"
  FOR EACH ROW EXECUTE FUNCTION application_keeps_frozen_level();

-- One live stamped form, one live order an application.
CREATE UNIQUE INDEX "StampedForm_one_live" ON "StampedForm" ("applicationId")
  WHERE "status" IN ('UPLOADED', 'UNIT_CONFIRMED', 'ACCEPTED');
CREATE UNIQUE INDEX "FormSnapshot_one_live" ON "FormSnapshot" ("applicationId") WHERE "supersededAt" IS NULL;
CREATE UNIQUE INDEX "Order_one_live" ON "Order" ("applicationId")
  WHERE "status" IN ('UNPAID', 'PAYING', 'VOUCHER_UPLOADED', 'PAID', 'REFUNDING');

-- A level without a fee cannot open; money is whole and never negative.
ALTER TABLE "CycleLevel" ADD CONSTRAINT "CycleLevel_open_needs_fee" CHECK (NOT "isOpen" OR "feeFen" IS NOT NULL);
ALTER TABLE "CycleLevel" ADD CONSTRAINT "CycleLevel_fee_not_negative" CHECK ("feeFen" IS NULL OR "feeFen" >= 0);
ALTER TABLE "Order" ADD CONSTRAINT "Order_amounts" CHECK ("totalFen" >= 0 AND "paidFen" >= 0);
ALTER TABLE "PaymentAttempt" ADD CONSTRAINT "PaymentAttempt_amount" CHECK ("amountFen" > 0);
ALTER TABLE "PaymentVoucher" ADD CONSTRAINT "PaymentVoucher_amount" CHECK ("amountFen" > 0);
ALTER TABLE "Cycle" ADD CONSTRAINT "Cycle_windows" CHECK (
  "applyOpensAt" < "applyClosesAt" AND "applyClosesAt" <= "materialsCloseAt" AND "applyClosesAt" <= "paymentClosesAt"
);

-- One live grant of a role.
CREATE UNIQUE INDEX "RoleGrant_one_live" ON "RoleGrant"
  ("personId", "role", COALESCE("associationId", ''), COALESCE("unitId"::text, '')) WHERE "revokedAt" IS NULL;

-- The audit: append-only, numbered and chained by the database, one chain a stream.
CREATE FUNCTION audit_event_digest(e "AuditEvent") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\x1f',
    e."previousHash", e."stream", e."sequence"::text, e."name",
    coalesce(e."fromStatus", '-'), coalesce(e."toStatus", '-'),
    coalesce(e."actorId"::text, '-'), e."actorName", e."actorRole", coalesce(e."note", '-'),
    e."data"::text, e."isPublic"::text,
    (extract(epoch FROM e."at") * 1000)::bigint::text
  ), 'UTF8')), 'hex');
$$;

CREATE FUNCTION audit_event_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW."stream", 7));
  SELECT "sequence", "hash" INTO last FROM "AuditEvent" WHERE "stream" = NEW."stream" ORDER BY "sequence" DESC LIMIT 1;
  NEW."sequence" := coalesce(last."sequence", 0) + 1;
  NEW."previousHash" := coalesce(last."hash", '');
  NEW."hash" := audit_event_digest(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER audit_event_chain BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION audit_event_chain();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditSeal"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER review_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ReviewDecision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cycle_revision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "CycleRevision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A frozen snapshot is only ever superseded, never rewritten.
CREATE FUNCTION snapshot_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."applicationId", NEW."version", NEW."words", NEW."answers", NEW."sha256", NEW."pdfSha256", NEW."pages", NEW."lockedAt")
     IS DISTINCT FROM
     (OLD."applicationId", OLD."version", OLD."words", OLD."answers", OLD."sha256", OLD."pdfSha256", OLD."pages", OLD."lockedAt") THEN
    RAISE EXCEPTION 'a form snapshot is frozen' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER snapshot_is_frozen BEFORE UPDATE ON "FormSnapshot" FOR EACH ROW EXECUTE FUNCTION snapshot_is_frozen();
