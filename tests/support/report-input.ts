import type { Questionnaire } from "../../lib/core/content/types";
import type { Block, Inline, ReportDocument, Text } from "../../lib/core/reports/document";
import type { ReportInput } from "../../lib/core/reports/input";
import type { Claims } from "../../lib/core/scoring/types";

/** A report's input over hand-made claims; the rest is plain unless told otherwise. */
export function reportInput(
  questionnaire: Questionnaire,
  claims: Claims,
  parts: Partial<Omit<ReportInput, "questionnaire" | "claims">> = {},
): ReportInput {
  return {
    questionnaire,
    claims,
    organization: { name: "Fabrikam", sample: false },
    assessment: { name: "Round 2026", scope: "Group", state: "draft" },
    provenance: { kind: "draft" },
    target: { pillars: {} },
    plan: null,
    snapshots: [],
    details: new Map(),
    exceptions: new Map(),
    sizes: {},
    frameworks: [],
    generatedAt: "2026-06-15T12:00:00Z",
    timeZone: "UTC",
    ...parts,
  };
}

/** Blocks under a heading, up to the next one of its level or above. Throws where there is no such heading. */
export function underHeading({ blocks }: Pick<ReportDocument, "blocks">, title: string): readonly Block[] {
  const all = flatBlocks(blocks);
  const start = all.findIndex((block) => block.kind === "heading" && block.text === title);
  const heading = all[start];
  if (heading?.kind !== "heading") throw new RangeError(`no heading "${title}"`);
  const rest = all.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === "heading" && block.level <= heading.level);
  return end < 0 ? rest : rest.slice(0, end);
}

/** Blocks with those that stand together taken apart. */
export function flatBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === "together" ? flatBlocks(block.blocks) : [block]));
}

/** All that blocks say in words, a line each; of tables a line for each row, cells apart by " | ". */
export function linesOf(blocks: readonly Block[]): readonly string[] {
  return flatBlocks(blocks).flatMap((block): readonly string[] => {
    switch (block.kind) {
      case "heading":
        return [block.text];
      case "paragraph":
        return [plain(block.text)];
      case "list":
        return block.items.map(plain);
      case "callout":
        return [block.title, plain(block.text)];
      case "figure":
        return [block.alt, ...(block.caption ? [plain(block.caption)] : [])];
      case "table":
        return block.rows.map((row) =>
          "group" in row
            ? [row.group, row.aside ?? []].map(plain).join(" | ")
            : row.cells.map((cell) => [cell.text, ...(cell.under ?? [])].map(plain).join(" / ")).join(" | "),
        );
      default:
        return [];
    }
  });
}

function plain(text: Text): string {
  return text.map(pieceWords).join("");
}

function pieceWords(piece: Inline): string {
  if (typeof piece === "string") return piece;
  return "mark" in piece ? "" : piece.text;
}
