import { handler } from "@/lib/server/access/door/handler";
import { takeSnapshot, takeSnapshotSchema } from "@/lib/server/assessments/take-snapshot";

export const POST = handler({
  may: "snapshots.take",
  input: takeSnapshotSchema,
  run: ({ db, actor, params, input, audit }) => takeSnapshot(db, actor, params.assessment ?? "", input, audit),
});
