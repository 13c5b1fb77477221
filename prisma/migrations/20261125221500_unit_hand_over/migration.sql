-- A unit's administrator may name who follows him: approved in the step that ends his own task.
ALTER TABLE "RoleGrant" ADD COLUMN "replacesId" UUID, ADD COLUMN "namedById" UUID;
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "RoleGrant"("id");
CREATE INDEX "RoleGrant_replacesId_idx" ON "RoleGrant"("replacesId");
