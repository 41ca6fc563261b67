-- Whether what isn't sent yet may wait on the devices of people: an organization may switch it off.
ALTER TABLE "organizations" ADD COLUMN "keep_on_device" BOOLEAN NOT NULL DEFAULT true;
