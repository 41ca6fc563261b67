"use client";

import { StageLabel } from "@/components/marks/stage-label";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { Initiative } from "@/lib/core/content/types";
import { effortFor } from "@/lib/core/planning/effort";
import type { PlanItem, Unplaced } from "@/lib/core/planning/types";
import { formatNames, formatNumberOf } from "@/lib/core/words/format";
import { effortWords, gainWords, STATE_WORDS, spanWords, whyWords } from "@/lib/core/words/roadmap";
import { DecisionFields } from "./decision-fields";
import { DeliveredCriteria } from "./delivered-criteria";
import { InitiativeLink } from "./initiative-link";
import { useRoadmap } from "./roadmap-context";

/** All about one initiative, at the right: what is decided of it, what it brings, takes and risks. */
export function InitiativeSheet({ selected, onClose }: Readonly<{ selected: string | null; onClose: () => void }>) {
  const { data, plan } = useRoadmap();
  const initiative = data.initiatives.find(({ id }) => id === selected);
  return (
    <Dialog
      side="right"
      size="large"
      open={initiative !== undefined}
      onClose={onClose}
      title={initiative?.title ?? ""}
      closeLabel="Close"
    >
      {initiative && (
        <Sheet
          key={initiative.id}
          initiative={initiative}
          item={plan.items.find((other) => other.initiative === initiative.id)}
          unplaced={plan.unplaced.find((other) => other.initiative === initiative.id)}
        />
      )}
    </Dialog>
  );
}

type SheetProps = Readonly<{ initiative: Initiative; item: PlanItem | undefined; unplaced: Unplaced | undefined }>;

function Sheet({ initiative, item, unplaced }: SheetProps) {
  const { data, plan, mayWrite, stage, pillarTitle, titleOf } = useRoadmap();
  const { outcome, steps, weeks, prerequisites, risk, undo, owner } = initiative;
  const neededBy = [...plan.items, ...plan.unplaced].filter(({ initiative: other }) =>
    data.initiatives.find(({ id }) => id === other)?.prerequisites.includes(initiative.id),
  );
  return (
    <div className="grid gap-5 pb-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-note text-ink-2">
        <span>{pillarTitle(item?.pillar ?? unplaced?.pillar ?? "")}</span>
        {item && <StageLabel stage={stage(item.stage)} size="small" />}
        {item && <span>{spanWords(item) || STATE_WORDS[item.state].toLowerCase()}</span>}
      </p>
      {unplaced && <Notice title="Not in the plan">{whyWords(unplaced.why, titleOf)}</Notice>}
      {item && <Troubles item={item} />}
      {mayWrite ? (
        <DecisionFields initiative={initiative.id} role={owner} item={item} />
      ) : (
        item && (
          <p className="text-note">
            {STATE_WORDS[item.state]} · {item.owner}
          </p>
        )
      )}
      <Part title="Outcome">
        <p>{outcome}</p>
      </Part>
      <Part title="First three steps">
        <ol className="grid list-decimal gap-1.5 pl-5">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Part>
      <Part title="Delivers">
        <DeliveredCriteria initiative={initiative} />
        {item && item.opens > 0 && (
          <p className="mt-2 text-note text-ink-2">
            {gainWords(item.gain)} overall when it ends, after all that ends before it in this plan.
          </p>
        )}
      </Part>
      <Part title="Effort">
        <p>
          {effortWords(effortFor(initiative, data.sizes))}, over {formatNumberOf(weeks, "week")}.
        </p>
        <p className="mt-1 text-note text-ink-2">{scaleWords(initiative, data.sizes)}</p>
      </Part>
      <Part title="Builds on">
        {prerequisites.length === 0 ? <p>Nothing else; it can start at once.</p> : <Others ids={prerequisites} />}
      </Part>
      {neededBy.length > 0 && (
        <Part title="Needed by">
          <Others ids={neededBy.map((other) => other.initiative)} />
        </Part>
      )}
      <Part title="Risk of doing it">
        <p>{risk}</p>
      </Part>
      <Part title="How to undo it">
        <p>{undo}</p>
      </Part>
    </div>
  );
}

function Troubles({ item }: Readonly<{ item: PlanItem }>) {
  const { titleOf } = useRoadmap();
  return (
    <>
      {item.late && (
        <Notice tone="warning" title={item.state === "open" ? "It should have started" : "It should have ended"}>
          {item.state === "open"
            ? "Its first day has passed. Say that it is in progress, or give it a later day."
            : "Its last day has passed. Say that it is done, or give it a later day; until then the plan stretches it to today."}
        </Notice>
      )}
      {item.tooEarlyFor.length > 0 && (
        <Notice tone="warning" title="It starts before what it builds on has ended">
          {formatNames(item.tooEarlyFor.map(titleOf))}.
        </Notice>
      )}
    </>
  );
}

/** Other initiatives with where they stand; those that are met have no sheet. */
function Others({ ids }: Readonly<{ ids: readonly string[] }>) {
  const { data, plan, titleOf } = useRoadmap();
  return (
    <ul className="grid gap-1">
      {ids.map((id) => {
        const item = plan.items.find((other) => other.initiative === id);
        const known = data.initiatives.some((other) => other.id === id);
        const standing = item
          ? [STATE_WORDS[item.state].toLowerCase(), spanWords(item)].filter(Boolean).join(", ")
          : known
            ? "not in the plan"
            : "met already";
        return (
          <li key={id} className="text-note">
            {known ? <InitiativeLink initiative={id}>{titleOf(id)}</InitiativeLink> : titleOf(id)}
            <span className="text-ink-2"> · {standing}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Part({ title, children }: Readonly<{ title: string; children: React.ReactNode }>) {
  return (
    <section>
      <h3 className="pb-1 text-note font-semibold">{title}</h3>
      <div className="prose-measure text-body">{children}</div>
    </section>
  );
}

/** What the effort was reckoned with. */
function scaleWords({ effort }: Initiative, sizes: Readonly<Record<string, unknown>>): string {
  if (effort.scalesWith === "nothing") return "The same for every organization.";
  const own = sizes[effort.scalesWith];
  const source =
    typeof own === "number"
      ? `your ${own.toLocaleString("en-GB")} ${effort.scalesWith}`
      : typeof sizes.people === "number"
        ? `${effort.scalesWith} as ${sizes.people.toLocaleString("en-GB")} people usually have them`
        : "an organization of 1,000 people; give your own sizes under Scope and data";
  return `Reckoned for ${source}.`;
}
