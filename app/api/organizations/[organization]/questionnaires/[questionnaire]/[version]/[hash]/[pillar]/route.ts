import { pillarTexts } from "@/lib/core/walk/outline";
import { handler } from "@/lib/server/access/door/handler";
import { storedQuestionnaire } from "@/lib/server/content/questionnaire-store";
import { notFound } from "@/lib/server/platform/problem";

/** The words of one pillar. The address holds the content's hash, so the browser may keep the answer for ever. */
export const GET = handler({
  may: "results.read",
  run: async ({ db, params }) => {
    const { questionnaire, hash } = await storedQuestionnaire(db, params.questionnaire ?? "", params.version ?? "");
    const texts = hash === params.hash ? pillarTexts(questionnaire, params.pillar ?? "") : undefined;
    if (!texts) throw notFound("The pillar");
    return Response.json(texts, { headers: { "Cache-Control": "private, max-age=31536000, immutable" } });
  },
});
