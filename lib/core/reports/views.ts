import type { PillarDatum, TopicDatum } from "../charts/types";
import type { Criterion, Pillar, Topic } from "../content/types";
import type { StageRef } from "../marks/stage-ref";
import { findingDiffers } from "../review/finding";
import type { OpenCriterion } from "../scoring/explain";
import type { StageReason } from "../scoring/explain-stage";
import { criterionValue, evidenceByCriterion, isAnswered, LEFT_OUT } from "../scoring/read-values";
import type { Answer, AssessmentScore, Evidence, PillarScore, TopicScore } from "../scoring/types";
import { type Contradiction, findContradictions } from "./contradictions";
import type { AcceptedException, AnswerDetail, ReportFinding, ReportInput, ReportSnapshot } from "./input";

export type PillarView = Readonly<{
  pillar: Pillar;
  score: PillarScore | undefined;
  reason: StageReason | undefined;
  /** Undefined where nothing of the pillar counts. */
  datum: PillarDatum | undefined;
  topics: readonly TopicView[];
}>;

export type TopicView = Readonly<{
  topic: Topic;
  score: TopicScore | undefined;
  datum: TopicDatum | undefined;
  /** The profile question whose "no" takes the topic out of scope. */
  outOfScope: string | undefined;
  criteria: readonly CriterionView[];
}>;

/** A criterion in scope or not, with all that is said of it. */
export type CriterionView = Readonly<{
  id: string;
  criterion: Criterion;
  topic: Topic;
  inScope: boolean;
  answer: Answer | undefined;
  /** In scope, and neither met nor not met is known. */
  unknown: boolean;
  /** Verified value in [0, 1]; undefined where it is left out. */
  verified: number | undefined;
  open: OpenCriterion | undefined;
  evidence: readonly Evidence[];
  contradictions: readonly Contradiction[];
  exception: AcceptedException | undefined;
  /** Findings that say another thing than the answer. */
  differing: readonly ReportFinding[];
  detail: AnswerDetail;
}>;

type Sources = Readonly<{
  input: ReportInput;
  score: AssessmentScore;
  open: ReadonlyMap<string, OpenCriterion>;
  reasons: ReadonlyMap<string, Readonly<{ reason: StageReason; words: string }>>;
  last: ReportSnapshot | undefined;
  stage: (id: string) => StageRef;
}>;

/** Every pillar, topic and criterion of the questionnaire beside its score and what is said of it. */
export function viewPillars(sources: Sources): readonly PillarView[] {
  const { input, score } = sources;
  const evidence = evidenceByCriterion(input.claims);
  return input.questionnaire.pillars.map((pillar) => {
    const pillarScore = score.pillars.find(({ id }) => id === pillar.id);
    const reason = sources.reasons.get(pillar.id);
    return {
      pillar,
      score: pillarScore,
      reason: reason?.reason,
      datum: pillarScore && {
        ...levelsOf(pillarScore),
        id: pillar.id,
        name: pillar.title,
        stage: sources.stage(pillarScore.stage),
        reason: reason?.words,
        last: sources.last?.pillars[pillar.id],
        target: input.target.pillars[pillar.id],
      },
      topics: pillar.topics.map((topic) => viewTopic(topic, pillarScore, evidence, sources)),
    };
  });
}

function viewTopic(
  topic: Topic,
  pillarScore: PillarScore | undefined,
  evidence: ReadonlyMap<string, readonly Evidence[]>,
  { input, open, stage }: Sources,
): TopicView {
  const { claims, questionnaire } = input;
  const inScope = topic.condition === undefined || claims.profile[topic.condition] !== false;
  const score = pillarScore?.topics.find(({ id }) => id === topic.id);
  const fact = questionnaire.profile.find(({ id }) => id === topic.condition);
  return {
    topic,
    score,
    datum: score && {
      ...levelsOf(score),
      id: topic.id,
      name: topic.short,
      stage: stage(score.stage),
      href: "",
      gate: topic.gate,
      unknown: score.inScope - score.answered,
    },
    outOfScope: inScope ? undefined : (fact?.question ?? topic.condition),
    criteria: topic.criteria.map((criterion): CriterionView => {
      const answer = claims.answers.get(criterion.id);
      const own = evidence.get(criterion.id) ?? [];
      const { verified } = criterionValue(answer, own, claims.asOf);
      return {
        id: criterion.id,
        criterion,
        topic,
        inScope,
        answer,
        unknown: inScope && !isAnswered(answer),
        verified: inScope && verified !== LEFT_OUT ? verified : undefined,
        open: open.get(criterion.id),
        evidence: own,
        contradictions: inScope ? findContradictions(answer, own, claims.asOf) : [],
        exception: input.exceptions.get(criterion.id),
        differing: (inScope ? (input.findings?.get(criterion.id) ?? []) : []).filter((finding) =>
          findingDiffers(finding, answer ?? null),
        ),
        detail: input.details.get(criterion.id) ?? {},
      };
    }),
  };
}

function levelsOf({ low, high, verified }: PillarScore | TopicScore) {
  return { low, high, verified };
}
