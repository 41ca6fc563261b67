import { handler } from "@/lib/server/access/door/handler";
import { savePlanItem, savePlanItemSchema } from "@/lib/server/plans/save-plan-item";

export const PUT = handler({
  may: "plan.write",
  input: savePlanItemSchema,
  run: ({ db, actor, params, input, audit }) =>
    savePlanItem(db, actor, { assessment: params.assessment ?? "", initiative: params.initiative ?? "" }, input, audit),
});
