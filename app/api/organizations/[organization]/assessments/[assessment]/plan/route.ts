import { handler } from "@/lib/server/access/door/handler";
import { savePlanSettings, savePlanSettingsSchema } from "@/lib/server/plans/save-plan-settings";

export const PUT = handler({
  may: "plan.write",
  input: savePlanSettingsSchema,
  run: ({ db, actor, params, input, audit }) => savePlanSettings(db, actor, params.assessment ?? "", input, audit),
});
