import { formatCount } from "../words/format";
import type { PillarRow } from "./pillar-rows";

/** A component of the reference architecture: a pillar with its score, or without one where it is out of scope. */
export type ArchitectureNode = Readonly<{ id: string; name: string; row?: PillarRow }>;

/** Who asks (left), and what is reached (right), around the policy decision. */
export type Architecture = Readonly<{
  sources: readonly ArchitectureNode[];
  resources: readonly ArchitectureNode[];
  sentence: string;
}>;

/** Pillars that ask for access; every other one is asked for. */
const SOURCES: ReadonlySet<string> = new Set(["identity", "devices", "users", "user", "device"]);

/** Lays the pillars of a model out around the policy decision. */
export function describeArchitecture(
  pillars: readonly Readonly<{ id: string; title: string }>[],
  rows: readonly PillarRow[],
): Architecture {
  const nodes = pillars.map(({ id, title }) => ({ id, name: title, row: rows.find((row) => row.id === id) }));
  return {
    sources: nodes.filter(({ id }) => SOURCES.has(id)),
    resources: nodes.filter(({ id }) => !SOURCES.has(id)),
    sentence: architectureSentence(rows),
  };
}

/** "Each component in its stage: 5 of 6 traditional, 1 advanced." */
export function architectureSentence(rows: readonly Pick<PillarRow, "stage">[]): string {
  const numbers = [...new Set(rows.map(({ stage }) => stage.number))].sort((a, b) => a - b);
  const counts = numbers.map((number, i) => {
    const held = rows.filter(({ stage }) => stage.number === number);
    const of = i === 0 ? ` of ${formatCount(rows.length)}` : "";
    return `${formatCount(held.length)}${of} ${held[0]?.stage.name.toLowerCase()}`;
  });
  return `Each component in its stage: ${counts.join(", ")}.`;
}
