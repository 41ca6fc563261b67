import type { Framework, FrameworkItem } from "../content/check";
import type { FrameworkId } from "../content/schema";

/** One thing of a framework that criteria contribute to: `id` is what a crosswalk names. */
export type Control = Readonly<{ id: string; title: string; group: string; level?: string }>;

/** A framework that has a coverage view. */
export type FrameworkView = Readonly<{
  /** As on the command line and in addresses. */
  id: string;
  crosswalk: FrameworkId;
  /** What one control is called there. */
  one: string;
  many: string;
  /** The model that scores the same framework, if there is one. */
  model?: string;
}>;

export const FRAMEWORK_VIEWS: readonly FrameworkView[] = [
  { id: "csf-2.0", crosswalk: "csf", one: "subcategory", many: "subcategories" },
  { id: "sp800-53-r5", crosswalk: "nist-800-53", one: "control or enhancement", many: "controls and enhancements" },
  { id: "cis-8.1", crosswalk: "cis", one: "safeguard", many: "safeguards" },
  { id: "iso-27001-2022", crosswalk: "iso", one: "control of annex A", many: "controls of annex A" },
  { id: "cisa-ztmm", crosswalk: "cisa", one: "stage of a function", many: "stages of functions", model: "cisa-ztmm" },
  { id: "dod-zero-trust", crosswalk: "dod", one: "activity", many: "activities", model: "dod-zero-trust" },
  { id: "nist-800-207", crosswalk: "nist-800-207", one: "tenet", many: "tenets", model: "nist-800-207" },
];

export type ControlGroup = Readonly<{ id: string; title: string; controls: readonly Control[] }>;

/**
 * The controls of a framework in its own order, grouped as it groups them: families, categories, themes, capabilities. What is withdrawn
 * is none.
 */
export function controlsOf(framework: Framework): readonly ControlGroup[] {
  const titles = new Map(framework.items.map(({ id, title }) => [id, title]));
  const groups = new Map<string, { id: string; title: string; controls: Control[] }>();
  for (const item of framework.items) {
    if (item.withdrawn) continue;
    const found = groupOf(framework, item, titles);
    if (!found) continue;
    const { controls, ...group } = found;
    const known = groups.get(group.id);
    if (known) known.controls.push(...controls);
    else groups.set(group.id, { ...group, controls: [...controls] });
  }
  return [...groups.values()];
}

/** Where an item stands and which controls it is; undefined for a heading. */
function groupOf(
  framework: Framework,
  item: FrameworkItem,
  titles: ReadonlyMap<string, string>,
): ControlGroup | undefined {
  const control = (group: string): readonly Control[] => [{ id: item.id, title: item.title, group }];
  switch (framework.id) {
    case "csf":
    case "nist-800-53": {
      // "PR.AA-03" stands in "PR.AA", "AC-2(1)" in "AC"; without a number it is such a heading itself.
      const [group, number] = item.id.split("-");
      if (group === undefined || number === undefined) return undefined;
      return { id: group, title: titles.get(group) ?? group, controls: control(group) };
    }
    case "iso": {
      const [, theme, number] = item.id.split(".");
      if (number === undefined) return undefined;
      const group = `A.${theme}`;
      return { id: group, title: titles.get(group) ?? group, controls: control(group) };
    }
    case "cisa":
      return {
        id: item.id,
        title: item.title,
        controls: ["initial", "advanced", "optimal"].map((stage) => ({
          id: `${item.id}/${stage}`,
          title: item.stages?.[stage] ?? stage,
          group: item.id,
          level: stage,
        })),
      };
    case "dod": {
      const group = item.group ?? item.id;
      const level = item.level === undefined ? {} : { level: item.level };
      return {
        id: group,
        title: item.groupTitle ?? group,
        controls: [{ id: item.id, title: item.title, group, ...level }],
      };
    }
    case "cis": {
      const group = item.group ?? item.id;
      return { id: group, title: item.title, controls: control(group) };
    }
    default:
      return { id: framework.id, title: framework.title, controls: control(framework.id) };
  }
}
