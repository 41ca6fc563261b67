import type { Explanation } from "@/lib/core/dashboard/explain/explain-number";
import type { StageRef } from "@/lib/core/marks/stage-ref";
import { type CriterionDetail, CriterionView } from "./criterion-view";
import { OverallView } from "./overall-view";
import { PaceView } from "./pace-view";
import { PillarView } from "./pillar-view";
import { TagView } from "./tag-view";
import { TopicView } from "./topic-view";

type Props = Readonly<{
  explanation: Explanation;
  stages: readonly StageRef[];
  detail: CriterionDetail;
  /** How many open criteria are listed, and the address that lists all. */
  limit: number;
  allHref: string;
}>;

/** The explanation of one number. */
export function ExplanationView({ explanation, stages, detail, limit, allHref }: Props) {
  const list = { stages, limit, allHref };
  switch (explanation.of) {
    case "overall":
      return <OverallView explanation={explanation} {...list} />;
    case "pace":
      return <PaceView explanation={explanation} />;
    case "pillar":
      return <PillarView explanation={explanation} {...list} />;
    case "topic":
      return <TopicView explanation={explanation} stages={stages} />;
    case "criterion":
      return <CriterionView explanation={explanation} detail={detail} />;
    default:
      return <TagView explanation={explanation} {...list} />;
  }
}
