import { openHandler } from "@/lib/server/access/door/handler";
import { redeemSetupLink, setupSchema } from "@/lib/server/people/redeem-setup-link";

export const POST = openHandler({ input: setupSchema, run: ({ input }) => redeemSetupLink(input) });
