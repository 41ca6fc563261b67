import { personHandler } from "@/lib/server/access/door/handler";
import { mailNoticesSchema, setMailNotices } from "@/lib/server/people/mail-notices";

export const PATCH = personHandler({
  input: mailNoticesSchema,
  run: ({ db, session, address, input }) => setMailNotices(db, { session, address }, input),
});
