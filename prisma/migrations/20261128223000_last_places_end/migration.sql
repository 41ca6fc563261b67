-- Where somebody last was ends with the membership: left behind, it would come back with a new invitation.
DELETE FROM "last_places" l
 WHERE NOT EXISTS (SELECT FROM "memberships" m WHERE m."organization_id" = l."organization_id" AND m."user_id" = l."user_id");
ALTER TABLE "last_places" ADD CONSTRAINT "last_places_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "memberships"("organization_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;
