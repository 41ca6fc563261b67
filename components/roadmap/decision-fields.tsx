"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { ToggleGroup } from "@/components/ui/toggle-group";
import type { Decided } from "@/lib/core/planning/change-state";
import { ITEM_STATES } from "@/lib/core/planning/plan-view";
import type { PlanItem } from "@/lib/core/planning/types";
import { formatDay } from "@/lib/core/words/format";
import { LONGEST, tooLongWords } from "@/lib/core/words/long-text";
import { STATE_WORDS } from "@/lib/core/words/roadmap";
import { useRoadmap } from "./roadmap-context";
import { SaveStatus } from "./save-status";
import { useDecide } from "./use-decide";
import { useDraft } from "./use-draft";

type Props = Readonly<{
  initiative: string;
  /** Who usually owns such work, by the content. */
  role: string;
  item: PlanItem | undefined;
}>;

/** What people decide of an initiative. Each field is saved when it is left. */
export function DecisionFields({ initiative, role, item }: Props) {
  const { store } = useRoadmap();
  const { decide, setState } = useDecide();
  const decided = store.item(initiative);
  return (
    <section aria-label="What is decided" className="grid gap-3 rounded-md border border-line bg-surface px-4 py-3.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ToggleGroup
          label="State"
          options={ITEM_STATES.map((state) => ({ value: state, label: STATE_WORDS[state] }))}
          value={decided.state}
          onChange={(state) => state !== decided.state && setState(initiative, state)}
        />
        <span className="text-small text-ink-2">
          <SaveStatus state={store.itemState(initiative)} />
        </span>
      </div>
      <Trouble initiative={initiative} />
      <SavedText
        label="Owner"
        hint={`Usually: ${role}.`}
        value={decided.owner}
        longest={120}
        what="a name"
        onSave={(owner) => decide(initiative, { owner })}
      />
      <Days initiative={initiative} item={item} />
      <SavedText
        label="Note"
        lines={2}
        value={decided.note}
        longest={LONGEST.note}
        what="a note"
        onSave={(note) => decide(initiative, { note })}
      />
    </section>
  );
}

type DayPair = Pick<Decided, "startsOn" | "endsOn">;

/** First and last day; what is empty the planner decides. */
function Days({ initiative, item }: Readonly<{ initiative: string; item: PlanItem | undefined }>) {
  const { store } = useRoadmap();
  const { decide } = useDecide();
  const { startsOn, endsOn } = store.item(initiative);
  const { draft, type, settle, forget } = useDraft<DayPair>((days) => {
    if (isTurned(days)) return false;
    if (days.startsOn !== startsOn || days.endsOn !== endsOn) decide(initiative, days);
    return true;
  });
  const shown = draft ?? { startsOn, endsOn };
  return (
    <div className="grid gap-x-3 gap-y-2 sm:grid-cols-[1fr_1fr_auto] sm:items-start">
      <DayField
        label="Starts on"
        value={shown.startsOn}
        placed={item?.placed ? item.start : null}
        onType={(day) => type({ ...shown, startsOn: day })}
        onLeave={settle}
      />
      <DayField
        label="Ends on"
        value={shown.endsOn}
        placed={item?.placed ? item.end : null}
        error={isTurned(shown) ? "It can’t end before it starts; not saved yet." : undefined}
        onType={(day) => type({ ...shown, endsOn: day })}
        onLeave={settle}
      />
      {(startsOn !== null || endsOn !== null) && (
        <Button
          size="small"
          className="sm:mt-6.5"
          onClick={() => {
            forget();
            decide(initiative, { startsOn: null, endsOn: null });
          }}
        >
          Let the plan choose
        </Button>
      )}
    </div>
  );
}

function isTurned({ startsOn, endsOn }: DayPair): boolean {
  return startsOn !== null && endsOn !== null && endsOn < startsOn;
}

type DayProps = Readonly<{
  label: string;
  value: string | null;
  /** The day that the planner chose. */
  placed: string | null;
  error?: string;
  onType: (day: string | null) => void;
  onLeave: () => void;
}>;

function DayField({ label, value, placed, error, onType, onLeave }: DayProps) {
  return (
    <Field label={label} hint={placed ? `The plan: ${formatDay(placed)}` : undefined} error={error}>
      {(ties) => (
        <Input
          {...ties}
          type="date"
          figures
          value={value ?? ""}
          onChange={(event) => onType(event.target.value || null)}
          onBlur={onLeave}
        />
      )}
    </Field>
  );
}

type TextProps = Readonly<{
  label: string;
  hint?: string;
  value: string;
  /** Most characters. */
  longest: number;
  /** What is written, as "a note". */
  what: string;
  lines?: number;
  onSave: (value: string) => void;
}>;

/** A text that is saved when it is left, by whatever way. */
function SavedText({ label, hint, value, longest, what, lines, onSave }: TextProps) {
  const { draft, type, settle } = useDraft<string>((typed) => {
    // What is too long stays in the field, with how much it is.
    if (typed.trim().length > longest) return false;
    if (typed.trim() !== value) onSave(typed.trim());
    return true;
  });
  return (
    <Field label={label} hint={hint} error={tooLongWords((draft ?? value).trim().length, longest, what)}>
      {(ties) => {
        const shared = {
          ...ties,
          value: draft ?? value,
          onBlur: settle,
          onChange: (event: Readonly<{ target: Readonly<{ value: string }> }>) => type(event.target.value),
        };
        return lines ? (
          <Textarea {...shared} rows={lines} />
        ) : (
          <Input {...shared} onKeyDown={(event) => event.key === "Enter" && settle()} />
        );
      }}
    </Field>
  );
}

/** A change that wasn't saved, and one that somebody else made meanwhile. */
function Trouble({ initiative }: Readonly<{ initiative: string }>) {
  const { store } = useRoadmap();
  const state = store.itemState(initiative);
  if (state.kind === "failed") {
    return (
      <Notice
        live
        tone="danger"
        title={state.problem.title}
        action={
          <Button size="small" onClick={() => store.saveItem(initiative, state.mine)}>
            Try again
          </Button>
        }
      >
        Your change is still here; it isn’t saved yet.
      </Notice>
    );
  }
  if (state.kind !== "conflict") return null;
  return (
    <Notice
      live
      tone="warning"
      title="Somebody else changed this meanwhile"
      action={
        <>
          <Button size="small" onClick={() => store.saveItem(initiative, state.mine)}>
            Use mine
          </Button>
          <Button size="small" onClick={() => store.keepTheirs(initiative)}>
            Keep theirs
          </Button>
        </>
      }
    >
      Theirs is shown. Yours: {decidedWords(state.mine)}.
    </Notice>
  );
}

function decidedWords({ state, owner, startsOn, endsOn, note }: Decided): string {
  return [
    STATE_WORDS[state].toLowerCase(),
    owner && `owner ${owner}`,
    startsOn && `from ${formatDay(startsOn)}`,
    endsOn && `until ${formatDay(endsOn)}`,
    note && `note “${note.length > 80 ? `${note.slice(0, 80)}…` : note}”`,
  ]
    .filter(Boolean)
    .join(", ");
}
