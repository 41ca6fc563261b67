-- What kind of part of the organization an assessment speaks of: organization, subsidiary, environment, other.
ALTER TABLE "assessments" ADD COLUMN "scope_kind" TEXT NOT NULL DEFAULT 'organization'
  CONSTRAINT "assessments_scope_kind_known" CHECK ("scope_kind" IN ('organization', 'subsidiary', 'environment', 'other'));
