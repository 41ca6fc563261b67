import { openHandler } from "@/lib/server/access/door/handler";
import { redeemInvitation, redeemSchema } from "@/lib/server/people/redeem-invitation";

export const POST = openHandler({ input: redeemSchema, run: ({ input }) => redeemInvitation(input) });
