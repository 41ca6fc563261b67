import Link from "next/link";
import { LevelBar } from "@/components/marks/level-bar";
import { StageLabel } from "@/components/marks/stage-label";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { stageRef } from "@/lib/core/marks/stage-ref";
import { placeLink } from "@/lib/core/notices/place-link";
import type { Score } from "@/lib/core/scoring/types";
import { formatBand, formatMoment } from "@/lib/core/words/format";
import { scopeKindWords } from "@/lib/core/words/scope-kind";

type Row = Readonly<{
  slug: string;
  name: string;
  scope: string;
  scopeKind: string;
  state: string;
  questionnaire: string;
  answered: number;
  inScope: number;
  overall: Score | null;
  stages: readonly Readonly<{ id: string; title: string }>[];
  lastChange: Readonly<{ at: Date; by: string }> | null;
  next: Readonly<{ criterion: string }> | null;
}>;

const STATES: Readonly<Record<string, string>> = {
  draft: "in progress",
  "in-review": "in review",
  approved: "approved",
};

/** The assessments of one organization, each with where it stands and the way on. */
export function AssessmentList({
  organization,
  assessments,
}: Readonly<{ organization: string; assessments: readonly Row[] }>) {
  return (
    <ul className="grid gap-3 md:grid-cols-[1.2fr_1.4fr_auto]">
      {assessments.map((assessment) => {
        const base = `/${organization}/assessments/${assessment.slug}`;
        return (
          <li
            key={assessment.slug}
            className="grid gap-x-6 gap-y-3 rounded-md border border-line bg-raised px-4.5 py-4 md:col-span-3 md:grid-cols-subgrid md:items-center"
          >
            <div className="min-w-0">
              <h2 className="text-body font-semibold wrap-anywhere">
                <Link href={`${base}/dashboard`} className="underline-offset-3 hover:underline">
                  {assessment.scope}, {assessment.name}
                </Link>
              </h2>
              <p className="mt-0.5 flex flex-wrap items-center gap-2 text-small text-ink-2">
                <Badge>{STATES[assessment.state] ?? assessment.state}</Badge>
                {assessment.scopeKind !== "organization" && <Badge>{scopeKindWords(assessment.scopeKind)}</Badge>}
                {assessment.answered} of {assessment.inScope} criteria known
                {assessment.lastChange &&
                  ` · last change ${formatMoment(assessment.lastChange.at, "UTC")} by ${assessment.lastChange.by}`}
              </p>
            </div>
            {assessment.overall && (
              <div className="grid grid-cols-[1fr_7rem] items-center gap-x-4">
                <LevelBar
                  name="Overall"
                  tone={stageRef(assessment.stages, assessment.overall.stage).tone}
                  stages={assessment.stages.length}
                  low={assessment.overall.low}
                  high={assessment.overall.high}
                  verified={assessment.overall.verified}
                />
                <span className="grid justify-items-end">
                  <span className="font-mono text-note">{formatBand(assessment.overall)}</span>
                  <StageLabel stage={stageRef(assessment.stages, assessment.overall.stage)} size="small" />
                </span>
              </div>
            )}
            <div className="flex flex-wrap gap-2">
              <ButtonLink
                href={
                  assessment.next ? placeLink(organization, assessment.slug, assessment.next.criterion) : `${base}/walk`
                }
              >
                {assessment.answered === 0
                  ? "Start"
                  : assessment.answered < assessment.inScope
                    ? "Continue"
                    : "Open the walk"}
              </ButtonLink>
              <ButtonLink href={`${base}/dashboard`}>Dashboard</ButtonLink>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
