import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { explainNumber } from "@/lib/core/dashboard/explain/explain-number";
import { stageRefs } from "@/lib/core/marks/stage-ref";
import { AppRouter } from "../../../tests/support/app-router";
import { dashboardInput } from "../../../tests/support/dashboard-input";
import { smallClaims } from "../../../tests/support/small-model";
import { titledQuestionnaire } from "../../../tests/support/titled-questionnaire";
import { TopicView } from "./topic-view";

const content = titledQuestionnaire({
  pillars: { devices: { topics: { inventory: { criteria: { advanced: { listed: 1 }, optimal: { live: 1 } } } } } },
});

function pageOf(listed: number): string {
  const explanation = explainNumber(dashboardInput(content, smallClaims({ listed })), { of: "topic", id: "inventory" });
  if (!explanation || explanation === "left-out" || explanation.of !== "topic") throw new Error("no topic");
  return renderToStaticMarkup(
    <AppRouter>
      <TopicView explanation={explanation} stages={stageRefs(content.stages)} />
    </AppRouter>,
  );
}

describe("a stage of a topic", () => {
  it("is never said to have what it is short of", () => {
    expect(pageOf(0.7975)).toContain("Advanced 0.79, needs 0.80: it is short.");
    expect(pageOf(0.8)).toContain("Advanced 0.80, needs 0.80: it holds.");
  });
});
