import { compileModel } from "../../lib/core/scoring/compile-model";
import type { TopicText } from "../../lib/core/walk/outline";
import { outlineOf, pillarTexts } from "../../lib/core/walk/outline";
import { SMALL_QUESTIONNAIRE } from "./small-questionnaire";

/** The small questionnaire as the walk sees it. */
export const SMALL_OUTLINE = outlineOf(SMALL_QUESTIONNAIRE);
export const SMALL_WALK_MODEL = compileModel(SMALL_OUTLINE);
export const SMALL_TEXTS: ReadonlyMap<string, TopicText> = new Map(
  SMALL_OUTLINE.pillars.flatMap(({ id }) =>
    (pillarTexts(SMALL_QUESTIONNAIRE, id) ?? []).map((text) => [text.id, text]),
  ),
);
