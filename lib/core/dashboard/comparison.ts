import type { Levels } from "../charts/types";
import type { Questionnaire } from "../content/types";
import { type StageRef, stageRef } from "../marks/stage-ref";
import type { AssessmentScore, Score } from "../scoring/types";
import { formatLevel, formatNames, formatPercent } from "../words/format";
import type { DashboardTarget } from "./dashboard-input";
import { overallTarget } from "./target-level";

/** One assessment of an organization, scored, to be set beside others. */
export type ComparedScope = Readonly<{
  slug: string;
  scope: string;
  name: string;
  state: string;
  questionnaire: Questionnaire;
  score: AssessmentScore;
  target: DashboardTarget;
  /** Addresses of its dashboard, and of the explanation of a pillar. */
  href: string;
  pillarHref: (pillar: string) => string;
}>;

/** A level of one scope in one row of the comparison. */
export type ComparedLevel = Levels & Readonly<{ slug: string; name: string; stage: StageRef; href: string }>;

/** The whole, or one pillar, over all scopes; a scope that has no such pillar, or no score in it, is absent. */
export type ComparedRow = Readonly<{ id: string; title: string; levels: readonly ComparedLevel[] }>;

/** Assessments side by side. */
export type Comparison = Readonly<{
  scopes: readonly Readonly<{
    slug: string;
    name: string;
    state: string;
    content: string;
    known: string;
    href: string;
  }>[];
  rows: readonly ComparedRow[];
  /** Of the largest model. */
  stages: number;
  sentence: string;
  /** Why the levels are to be compared with care; empty where nothing stands against it. */
  caution: string;
}>;

/** Sets scored assessments side by side: the whole first, then every pillar that one of them has. */
export function compareScopes(scopes: readonly ComparedScope[]): Comparison {
  const titles = new Map(
    scopes.flatMap(({ questionnaire }) => questionnaire.pillars.map(({ id, title }) => [id, title] as const)),
  );
  const overall: ComparedRow = {
    id: "overall",
    title: "Overall",
    levels: scopes.flatMap((scope) =>
      levelOf(scope, scope.score.overall, { href: scope.href, target: wholeTarget(scope) }),
    ),
  };
  const pillars = [...titles].map(
    ([id, title]): ComparedRow => ({
      id,
      title,
      levels: scopes.flatMap((scope) =>
        levelOf(scope, scope.score.pillars.find((pillar) => pillar.id === id) ?? null, {
          href: scope.pillarHref(id),
          target: scope.target.pillars[id],
        }),
      ),
    }),
  );
  const rows = [overall, ...pillars].filter(({ levels }) => levels.length > 0);
  return {
    scopes: scopes.map((scope) => ({
      slug: scope.slug,
      name: nameOf(scope),
      state: scope.state,
      content: `${scope.questionnaire.id} ${scope.questionnaire.version}`,
      known:
        scope.score.inScope === 0
          ? ""
          : formatPercent(Math.floor((100 * scope.score.answered) / scope.score.inScope) / 100),
      href: scope.href,
    })),
    rows,
    stages: Math.max(...scopes.map(({ questionnaire }) => questionnaire.stages.length), 2),
    sentence: comparisonSentence(overall, pillars),
    caution: cautionWords(scopes),
  };
}

function levelOf(
  scope: ComparedScope,
  score: Score | null,
  { href, target }: Readonly<{ href: string; target: number | undefined }>,
): readonly ComparedLevel[] {
  if (!score) return [];
  const { low, high, verified } = score;
  const stage = stageRef(scope.questionnaire.stages, score.stage);
  return [{ slug: scope.slug, name: nameOf(scope), low, high, verified, target, stage, href }];
}

function wholeTarget({ questionnaire, target, score }: ComparedScope): number | undefined {
  return overallTarget(
    questionnaire,
    target,
    score.pillars.map(({ id }) => id),
  );
}

function nameOf({ scope, name }: Pick<ComparedScope, "scope" | "name">): string {
  return `${scope}, ${name}`;
}

/** Who leads overall and by how much, and where they lie furthest apart. */
function comparisonSentence(overall: ComparedRow, pillars: readonly ComparedRow[]): string {
  const ranked = [...overall.levels].sort((a, b) => b.low - a.low);
  const [first, last] = [ranked[0], ranked.at(-1)];
  if (!first || !last) return "None of them has a score.";
  if (first === last) return `${first.name} stands at ${formatLevel(first.low)}.`;
  const gap = formatLevel(first.low - last.low);
  const lead =
    gap === "0.00" ? `All stand at ${formatLevel(first.low)}.` : `${first.name} leads ${last.name} by ${gap}.`;
  const spreads = pillars.map(({ title, levels }) => {
    const lows = levels.map(({ low }) => low);
    return { title, spread: lows.length < 2 ? 0 : Math.max(...lows) - Math.min(...lows) };
  });
  const widest = spreads.reduce((a, b) => (b.spread > a.spread ? b : a), { title: "", spread: 0 });
  if (formatLevel(widest.spread) === "0.00") return lead;
  return `${lead} They lie furthest apart in ${widest.title}: ${formatLevel(widest.spread)}.`;
}

function cautionWords(scopes: readonly ComparedScope[]): string {
  const contents = [...new Set(scopes.map(({ questionnaire: { id, version } }) => `${id} ${version}`))];
  return contents.length > 1
    ? `They are answered in different content (${formatNames(contents)}): levels of the same pillar don't rest on the same criteria.`
    : "";
}
