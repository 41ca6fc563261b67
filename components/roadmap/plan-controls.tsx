"use client";

import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { showToast } from "@/components/ui/toast";
import { addMonths } from "@/lib/core/charts/time-scale";
import { quarterStart } from "@/lib/core/planning/calendar";
import { CAPACITY } from "@/lib/core/planning/plan-view";
import type { PlanSettings } from "@/lib/core/planning/types";
import { capitalise, formatCount, formatNumberOf, formatQuarter } from "@/lib/core/words/format";
import { RateField } from "./rate-field";
import { useRoadmap } from "./roadmap-context";
import { SaveStatus } from "./save-status";

type Props = Readonly<{
  settings: PlanSettings;
  /** What is tried and not saved yet. */
  draft: PlanSettings | null;
  onDraft: (draft: PlanSettings | null) => void;
}>;

/** Quarters that the first one can be moved by, to either side of today's. */
const QUARTERS_AROUND = 4;
const LENGTHS = [4, 6, 8, 10, 12, 14, 16] as const satisfies readonly number[];

/** Capacity, first quarter and length. The plan follows while the slider moves; it is saved when it is released. */
export function PlanControls({ settings, draft, onDraft }: Props) {
  const { store, mayWrite, data } = useRoadmap();
  const saved = store.settings;

  function save(next: PlanSettings): void {
    onDraft(mayWrite ? null : next);
    if (!mayWrite || same(next, saved)) return;
    const before = { start: saved.start, quarters: saved.quarters, capacity: saved.capacity };
    store.saveSettings(next, () =>
      showToast({
        text: `Saved: ${changeWords(before, next)}`,
        action: { label: "Undo", run: () => store.saveSettings(before) },
      }),
    );
  }

  return (
    <Card title="Calendar and capacity" actions={<SaveStatus state={store.settingsState} />}>
      <div className="grid gap-3">
        <CapacityField
          capacity={settings.capacity}
          stored={saved.capacity}
          onTry={(capacity) => onDraft({ ...settings, capacity })}
          onSet={(capacity) => save({ ...settings, capacity })}
        />
        <div className="grid grid-cols-2 gap-3">
          <Field label="First quarter">
            {(ties) => (
              <Select
                {...ties}
                value={quarterStart(settings.start)}
                onChange={(event) => save({ ...settings, start: event.target.value })}
                options={firstQuarters(data.today, settings.start).map((day) => ({
                  value: day,
                  label: formatQuarter(day),
                }))}
              />
            )}
          </Field>
          <Field label="Length">
            {(ties) => (
              <Select
                {...ties}
                value={String(settings.quarters)}
                onChange={(event) => save({ ...settings, quarters: Number(event.target.value) })}
                options={[...new Set([...LENGTHS, settings.quarters])]
                  .sort((a, b) => a - b)
                  .map((count) => ({ value: String(count), label: `${count} quarters` }))}
              />
            )}
          </Field>
        </div>
        <RateField
          rate={saved.rate}
          disabled={!mayWrite}
          onSet={(rate) =>
            store.saveSettings({ start: saved.start, quarters: saved.quarters, capacity: saved.capacity, rate })
          }
        />
        {!mayWrite && draft && !same(draft, saved) && (
          <Notice
            title="Tried, not saved"
            action={
              <Button size="small" onClick={() => onDraft(null)}>
                Show the saved plan
              </Button>
            }
          >
            Your role reads the plan. Nobody else sees what you try here.
          </Notice>
        )}
        <SettingsTrouble />
      </div>
    </Card>
  );
}

type CapacityProps = Readonly<{
  capacity: number;
  stored: number;
  onTry: (capacity: number) => void;
  onSet: (capacity: number) => void;
}>;

function CapacityField({ capacity, stored, onTry, onSet }: CapacityProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const most = Math.min(CAPACITY.most, Math.max(400, Math.ceil((stored * 2) / 100) * 100));
  const error =
    typed !== null && valid(typed) === null ? `Give whole person-days, 1 to ${formatCount(CAPACITY.most)}.` : undefined;

  function settle(): void {
    const value = typed === null ? null : valid(typed);
    setTyped(null);
    onSet(value ?? capacity);
  }

  return (
    <Field label="Capacity a quarter" hint="Person-days for this work alone, holidays taken off." error={error}>
      {(ties) => (
        <div className="flex items-center gap-3">
          <input
            type="range"
            aria-label="Capacity a quarter, person-days"
            min={Math.min(10, stored)}
            max={most}
            step={stored % 5 === 0 ? 5 : 1}
            value={Math.min(capacity, most)}
            aria-valuetext={formatNumberOf(capacity, "person-day")}
            onChange={(event) => onTry(Number(event.target.value))}
            onPointerUp={() => onSet(capacity)}
            onKeyUp={(event) => MOVES.has(event.key) && onSet(capacity)}
            onBlur={() => onSet(capacity)}
            className="h-6 min-w-0 flex-1 accent-ink pointer-coarse:h-11 print:hidden"
          />
          <Input
            {...ties}
            figures
            inputMode="numeric"
            value={typed ?? String(capacity)}
            onChange={(event) => {
              setTyped(event.target.value);
              const value = valid(event.target.value);
              if (value !== null) onTry(value);
            }}
            onBlur={() => typed !== null && settle()}
            onKeyDown={(event: KeyboardEvent) => {
              if (event.key === "Enter") settle();
              if (event.key === "Escape") {
                setTyped(null);
                onTry(stored);
              }
            }}
            className="max-w-18 text-right"
          />
          <span aria-hidden className="-ml-1.5 text-note text-ink-2">
            d
          </span>
        </div>
      )}
    </Field>
  );
}

const MOVES = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"]);

/** What became of a change that couldn't be saved. */
function SettingsTrouble() {
  const { store } = useRoadmap();
  const state = store.settingsState;
  if (state.kind === "failed") {
    return (
      <Notice
        live
        tone="danger"
        title={state.problem.title}
        action={
          <Button size="small" onClick={() => store.saveSettings(state.mine)}>
            Try again
          </Button>
        }
      >
        The plan shows your change; it isn’t saved yet.
      </Notice>
    );
  }
  if (state.kind !== "conflict" || same(state.mine, store.settings)) return null;
  return (
    <Notice
      live
      tone="warning"
      title="Somebody else changed the plan meanwhile"
      action={
        <>
          <Button size="small" onClick={() => store.saveSettings(state.mine)}>
            Use mine
          </Button>
          <Button size="small" onClick={store.keepTheirSettings}>
            Keep theirs
          </Button>
        </>
      }
    >
      Theirs is shown. Yours: {changeWords(store.settings, state.mine)}.
    </Notice>
  );
}

function valid(text: string): number | null {
  const value = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN;
  return value >= CAPACITY.least && value <= CAPACITY.most ? value : null;
}

function firstQuarters(today: string, start: string): readonly string[] {
  const now = quarterStart(today);
  const around = Array.from({ length: 2 * QUARTERS_AROUND + 1 }, (_, i) => addMonths(now, 3 * (i - QUARTERS_AROUND)));
  return [...new Set([...around, quarterStart(start)])].sort();
}

/** What differs between two settings: "capacity 120 → 140 d". */
function changeWords(before: PlanSettings, after: PlanSettings): string {
  const parts: string[] = [];
  if (before.capacity !== after.capacity) parts.push(`capacity ${before.capacity} → ${after.capacity} d`);
  if (before.start !== after.start)
    parts.push(`first quarter ${formatQuarter(before.start)} → ${formatQuarter(after.start)}`);
  if (before.quarters !== after.quarters) parts.push(`${before.quarters} → ${after.quarters} quarters`);
  return capitalise(parts.join(", "));
}

function same(a: PlanSettings, b: PlanSettings): boolean {
  return a.capacity === b.capacity && a.quarters === b.quarters && quarterStart(a.start) === quarterStart(b.start);
}
