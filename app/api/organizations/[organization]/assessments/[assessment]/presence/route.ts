import { statementHandler } from "@/lib/server/access/door/handler";
import { presenceSchema, tellPresence } from "@/lib/server/live/tell-presence";

export const POST = statementHandler({
  input: presenceSchema,
  run: ({ tokenHash, params, input }) =>
    tellPresence({ tokenHash, organization: params.organization ?? "", assessment: params.assessment ?? "" }, input),
});
