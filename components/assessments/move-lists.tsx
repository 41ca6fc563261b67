import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { PlacedCriterion, VersionComparison, Wording } from "@/lib/core/content/compare-versions";
import { formatCount } from "@/lib/core/words/format";

type Props = Readonly<{
  comparison: VersionComparison;
  /** Criteria that hold an answer. */
  answered: ReadonlySet<string>;
  stageName: (id: string) => string;
}>;

/** What another version changes, criterion by criterion: reworded first, because an answer stands on the wording. */
export function MoveLists({ comparison, answered, stageName }: Props) {
  const { added, gone, reworded, clarified, restanding, rules } = comparison;
  const badge = (id: string) => answered.has(id) && <Badge>answered</Badge>;
  return (
    <>
      <Part
        title="Reworded"
        count={reworded.length}
        about="The same fact in clearer words. The answer is carried over: read it against the new wording."
        open
      >
        {reworded.map((row) => (
          <Row key={row.id} place={row} badge={badge(row.id)}>
            {row.before.statement === row.after.statement && <p className="wrap-anywhere">{row.after.statement}</p>}
            <Words label="Before" wording={row.before} other={row.after} />
            <Words label="After" wording={row.after} other={row.before} />
          </Row>
        ))}
      </Part>
      <Part title="New" count={added.length} about="Not answered yet: the level counts them as not known." open>
        {added.map((row) => (
          <Row key={row.id} place={row} badge={badge(row.id)} stage={stageName(row.stage)}>
            <p className="wrap-anywhere">{row.statement}</p>
          </Row>
        ))}
      </Part>
      <Part
        title="Gone"
        count={gone.length}
        about="No longer asked. Answers, notes and evidence are kept, and come back with the criterion."
        open
      >
        {gone.map((row) => (
          <Row key={row.id} place={row} badge={badge(row.id)} stage={stageName(row.stage)}>
            <p className="wrap-anywhere">{row.statement}</p>
          </Row>
        ))}
      </Part>
      <Part
        title="Checked more clearly"
        count={clarified.length}
        about="The statement is as it was; how to check it says more. Look again at an answer that was a close call."
      >
        {clarified.map((row) => (
          <Row key={row.id} place={row} badge={badge(row.id)}>
            <p className="wrap-anywhere">{row.statement}</p>
            <p className="text-small/5 text-ink-2 wrap-anywhere">{row.check}</p>
          </Row>
        ))}
      </Part>
      <Part title="Counts differently" count={restanding.length + rules.length} about="Stages, weights and gates.">
        {restanding.map((row) => (
          <Row key={row.id} place={row} badge={badge(row.id)}>
            <p className="wrap-anywhere">{row.statement}</p>
            <p className="text-small text-ink-2">
              {stageName(row.before.stage)}, weight {row.before.weight} becomes {stageName(row.after.stage)}, weight{" "}
              {row.after.weight}
            </p>
          </Row>
        ))}
        {rules.map(({ where, what, before, after }) => (
          <li key={`${where} ${what}`} className="border-t border-line py-2 first:border-t-0 first:pt-0">
            <p className="wrap-anywhere">{where}</p>
            <p className="text-small text-ink-2">
              {what}: {before} becomes {after}
            </p>
          </li>
        ))}
      </Part>
    </>
  );
}

/** A list that is longer opens on a click, so that the decision below stays in sight. */
const MOST_OPEN = 12;

function Part({
  title,
  count,
  about,
  open,
  children,
}: Readonly<{ title: string; count: number; about: string; open?: boolean; children: ReactNode }>) {
  if (count === 0) return null;
  return (
    <details open={open && count <= MOST_OPEN} className="border-t border-line pt-3">
      <summary className="min-h-6 font-medium">
        {title} <span className="font-normal text-ink-2">{formatCount(count)}</span>
      </summary>
      <p className="mt-0.5 text-note text-ink-2">{about}</p>
      <ul className="mt-2 grid text-note">{children}</ul>
    </details>
  );
}

function Row({
  place,
  badge,
  stage,
  children,
}: Readonly<{ place: PlacedCriterion; badge: ReactNode; stage?: string; children: ReactNode }>) {
  return (
    <li className="grid gap-1 border-t border-line py-2 first:border-t-0 first:pt-0">
      {children}
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-ink-2">
        {[place.pillar, place.topic, stage].filter(Boolean).join(" · ")} {badge}
      </p>
    </li>
  );
}

/** A wording; a statement that the other one shares stands above both. */
function Words({ label, wording, other }: Readonly<{ label: string; wording: Wording; other: Wording }>) {
  const shared = wording.statement === other.statement;
  return (
    <div className="grid gap-x-3 sm:grid-cols-[4rem_1fr]">
      <span className="text-small/5 text-ink-2">{label}</span>
      <p className="wrap-anywhere">
        {!shared && wording.statement}
        {wording.population && <span className="block text-small/5 text-ink-2">Of {wording.population}</span>}
      </p>
    </div>
  );
}
