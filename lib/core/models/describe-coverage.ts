import type { AttackMatrix, Technique } from "../frameworks/attack-matrix";
import type { ControlCoverage, FrameworkCoverage, GroupCoverage } from "../frameworks/framework-coverage";
import type { FrameworkView } from "../frameworks/framework-views";
import { attackSentence, contributionWords, coverageSentence } from "../words/models";
import type { ModelLinks } from "./addresses";

/** Figures of a framework or a part of one, as bars and tables show them. */
export type StandingRow = Readonly<{
  id: string;
  title: string;
  href: string;
  many: string;
  sentence: string;
  total: number;
  touched: number;
  met: number;
  partly: number;
  open: number;
  unknown: number;
  /** Out of scope or not applicable; with the four above they add up to `touched`. */
  leftOut: number;
}>;

/** A framework in the list of all. */
export function coverageRow(view: FrameworkView, coverage: FrameworkCoverage, links: ModelLinks): StandingRow {
  const { id, title, total, touched, met, partly, notMet, unknown, notApplicable, outOfScope } = coverage;
  return {
    ...{ id, title, many: view.many, href: links.coverage(id), sentence: coverageSentence(view, coverage) },
    ...{ total, touched, met, partly, open: notMet, unknown, leftOut: notApplicable + outOfScope },
  };
}

/** The matrix in the list of all. */
export function attackRow({ all }: AttackMatrix, links: ModelLinks): StandingRow {
  const { total, touched, mitigated, partly, open, unknown, notApplicable, outOfScope } = all;
  return {
    ...{ id: "attack", title: "MITRE ATT&CK Enterprise", many: "techniques", href: links.attack() },
    sentence: attackSentence(all),
    ...{ total, touched, met: mitigated, partly, open, unknown, leftOut: notApplicable + outOfScope },
  };
}

/** A control, activity or technique as a page lists it, without the criteria behind it. */
export type Cell = Readonly<{
  id: string;
  title: string;
  /** Of a sub-technique that stands below its technique: its own part of the title. */
  sub?: string;
  state: Technique["state"] | ControlCoverage["state"];
  met: number;
  criteria: number;
  words: string;
  href: string;
  level?: string;
}>;

export function controlCell(control: ControlCoverage, href: string): Cell {
  const { id, title, state, met, criteria, level } = control;
  return { ...{ id, title, state, met, criteria, href, level }, words: contributionWords(control) };
}

export function techniqueCell({ id, title, parent, state, of }: Technique, href: string): Cell {
  const met = of.filter((each) => each.state === "met").length;
  const name = parent ? `${parent.title}: ${title}` : title;
  const cell = { id, title: name, state, met, criteria: of.length };
  return { ...cell, words: contributionWords(cell), href };
}

/** A group of controls as a page shows it: those that are touched, and the ids of the rest. */
export type GroupView = Readonly<{
  id: string;
  title: string;
  total: number;
  touched: number;
  sentence: string;
  cells: readonly Cell[];
  untouched: readonly string[];
}> &
  Pick<GroupCoverage, "met" | "partly" | "notMet" | "unknown">;

export function groupViews(view: FrameworkView, coverage: FrameworkCoverage, links: ModelLinks): readonly GroupView[] {
  return coverage.groups.map((group) => {
    const { id, title, total, touched, met, partly, notMet, unknown, controls } = group;
    return {
      ...{ id, title, total, touched, met, partly, notMet, unknown },
      sentence: coverageSentence(view, group),
      cells: controls
        .filter(({ state }) => state !== "untouched")
        .map((control) => controlCell(control, links.coverage(coverage.id, control.id))),
      untouched: controls.filter(({ state }) => state === "untouched").map((control) => control.id),
    };
  });
}

/** One tactic as the matrix shows it. */
export type TacticView = Readonly<{
  id: string;
  title: string;
  total: number;
  mitigated: number;
  partly: number;
  open: number;
  unknown: number;
  cells: readonly Cell[];
}>;

export function tacticViews({ tactics }: AttackMatrix, links: ModelLinks): readonly TacticView[] {
  return tactics.map(({ id, title, total, mitigated, partly, open, unknown, techniques }) => ({
    ...{ id, title, total, mitigated, partly, open, unknown },
    cells: techniques.map((technique) => ({
      ...techniqueCell(technique, links.attack(technique.id)),
      ...(techniques.some((other) => other.id === technique.parent?.id) ? { sub: technique.title } : {}),
    })),
  }));
}
