import type { OwnOutline } from "@/lib/core/content/own/outline-own";
import type { Problem, Topic } from "@/lib/core/content/types";

/** What the check of a text answers. */
export type OwnCheck = Readonly<{
  source: string | null;
  kind: "questionnaire" | "overlay";
  problems: readonly Problem[];
  outline: OwnOutline | null;
  topic: Topic | null;
}>;
