import { handler } from "@/lib/server/access/door/handler";
import { listPeople } from "@/lib/server/assessments/list-people";

export const GET = handler({
  may: "people.read",
  byItself: true,
  run: ({ db, actor, params }) => listPeople(db, actor, params.assessment ?? ""),
});
