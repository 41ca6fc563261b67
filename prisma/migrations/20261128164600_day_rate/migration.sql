-- What a person-day costs, where people say so: whole units of a currency of ISO 4217, both or neither.
ALTER TABLE "plans" ADD COLUMN "day_rate" INTEGER, ADD COLUMN "currency" TEXT;
ALTER TABLE "plans" ADD CONSTRAINT "plans_day_rate_whole" CHECK (("day_rate" IS NULL) = ("currency" IS NULL));
