import { bytesHandler, handler } from "@/lib/server/access/door/handler";
import { MAX_LOGO_BYTES } from "@/lib/server/organizations/logo-limits";
import { putLogo, removeLogo } from "@/lib/server/organizations/put-logo";
import { readLogo } from "@/lib/server/organizations/read-logo";

export const GET = handler({ may: "results.read", run: ({ db, actor }) => readLogo(db, actor) });

export const PUT = bytesHandler({
  may: "organization.edit",
  maxBytes: MAX_LOGO_BYTES,
  run: ({ db, actor, input, audit }) => putLogo(db, actor, input, audit),
});

export const DELETE = handler({
  may: "organization.edit",
  run: ({ db, actor, audit }) => removeLogo(db, actor, audit),
});
