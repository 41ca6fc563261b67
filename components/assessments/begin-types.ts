import type { OrganizationData } from "@/lib/core/content/organization-data";
import type { QuickCheckData } from "@/lib/core/quick-check/quick-check-data";

/** An assessment that a new one may begin as a copy of. */
export type CopySource = Readonly<{
  slug: string;
  name: string;
  scope: string;
  answers: number;
  notes: number;
  profile: Readonly<Record<string, boolean>>;
  sizes: OrganizationData;
  target: Readonly<{ pillars: Readonly<Record<string, number>>; by?: string }>;
}>;

/** The topics that a quick check asks, without their words. */
export type QuickTopics = Readonly<{
  stages: QuickCheckData["stages"];
  pillars: readonly Readonly<{
    id: string;
    title: string;
    topics: readonly Readonly<{
      id: string;
      title: string;
      criteria: readonly Readonly<{ id: string; stage: string }>[];
    }>[];
  }>[];
}>;

/** What a new assessment begins with. */
export type Beginning = Readonly<{ kind: "empty" | "quick-check" | "copy"; slug: string; notes: "copy" | "leave" }>;
