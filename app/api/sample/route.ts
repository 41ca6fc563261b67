import { personHandler } from "@/lib/server/access/door/handler";
import { loadSample } from "@/lib/server/organizations/load-sample";

export const POST = personHandler({
  run: async ({ db, session, address }) => {
    const { slug } = await loadSample(db, { userId: session.userId, address });
    return { slug };
  },
});
