import { handler, statementHandler } from "@/lib/server/access/door/handler";
import { countNotices } from "@/lib/server/notices/list-notices";
import { markNotices, markNoticesSchema } from "@/lib/server/notices/mark-notices";

export const GET = handler({
  may: "results.read",
  byItself: true,
  run: async ({ db, actor }) => ({ unread: await countNotices(db, actor) }),
});

export const PATCH = statementHandler({
  input: markNoticesSchema,
  run: ({ tokenHash, params, input }) => markNotices({ tokenHash, organization: params.organization ?? "" }, input),
});
