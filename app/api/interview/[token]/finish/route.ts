import { guestHandler } from "@/lib/server/access/door/handler";
import { finishInterview } from "@/lib/server/interviews/say";

export const POST = guestHandler({ run: ({ db, guest, audit }) => finishInterview(db, guest, audit) });
