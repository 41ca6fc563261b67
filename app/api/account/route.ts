import { personHandler } from "@/lib/server/access/door/handler";
import { renamePerson, renamePersonSchema } from "@/lib/server/people/rename-person";

export const PATCH = personHandler({
  input: renamePersonSchema,
  run: ({ db, session, address, input }) => renamePerson(db, { session, address }, input),
});
