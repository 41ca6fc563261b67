import type { StageRef } from "../marks/stage-ref";
import type { Drawing } from "./drawings/drawing";

/**
 * A report as plain data: what it says, not how it looks. Every format (PDF, and later text documents and decks) draws
 * from it, so nothing in here is markup: each string is shown as it is written.
 */
export type ReportDocument = Readonly<{
  /** Title of the file: names the organization. */
  title: string;
  language: "en";
  /** Moment of making, as ISO 8601 with its offset. */
  generatedAt: string;
  cover: Cover;
  running: RunningLines;
  /** Large grey word across each page, such as "Draft"; absent once approved. */
  watermark?: string;
  blocks: readonly Block[];
}>;

export type Cover = Readonly<{
  kind: string;
  organization: string;
  assessment: string;
  scope: string;
  /** "Sample organization: ..." where nothing of it is real. */
  sample?: string;
  /** Label and value, from the top. */
  facts: readonly Readonly<{ label: string; value: string }>[];
  headline: Figure;
  /** Name of a file that the renderer is given beside the document. */
  logo?: string;
  /** #rrggbb */
  colour?: string;
}>;

/** Lines above and below each page but the cover; the page number stands beside `below`. */
export type RunningLines = Readonly<{ left: string; right: string; below: string }>;

/** A piece of running text. `figure` is set in fixed-width digits, `mark` is the sign of a stage. */
export type Inline =
  | string
  | Readonly<{ text: string; as: "strong" | "soft" | "code" | "figure" | "alert" }>
  | Readonly<{ mark: StageRef }>;
export type Text = readonly Inline[];

export type Block =
  | Readonly<{ kind: "heading"; level: 1 | 2 | 3; text: string; mark?: StageRef; aside?: string }>
  | Readonly<{ kind: "paragraph"; text: Text; tone?: "lead" | "note" }>
  | Readonly<{ kind: "list"; ordered: boolean; items: readonly Text[] }>
  | Table
  | Figure
  | Readonly<{ kind: "callout"; tone: "note" | "alert"; title: string; text: Text }>
  | Readonly<{ kind: "contents" }>
  | Readonly<{ kind: "page-break" }>
  /** Blocks that are seen on one page; they must be lower than a page. */
  | Readonly<{ kind: "together"; blocks: readonly Block[] }>;

export type Figure = Readonly<{ kind: "figure"; drawing: Drawing; alt: string; caption?: Text }>;

export type Table = Readonly<{
  kind: "table";
  /** What the table is, for those who hear it; shown above unless a heading says it. */
  caption: string;
  showCaption: boolean;
  /** Small type for long listings. */
  dense: boolean;
  columns: readonly Column[];
  rows: readonly Row[];
}>;

export type Column = Readonly<{
  title: string;
  align: "start" | "end";
  /** Share of the width that the fixed columns leave, or points, or as wide as its widest cell. */
  width: Readonly<{ share: number }> | Readonly<{ points: number }> | "content";
}>;

/** A row of cells, or a line across the table that opens a group. */
export type Row = Readonly<{ cells: readonly Cell[] }> | Readonly<{ group: Text; aside?: Text }>;

/** What a cell says, and smaller lines under it. */
export type Cell = Readonly<{ text: Text; under?: readonly Text[] }>;
