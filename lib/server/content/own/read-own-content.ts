import { namesOf } from "../../people/names-of";
import type { ScopedDb } from "../../platform/database/client";
import { notFound } from "../../platform/problem";
import { type ContentRef, compareVersionNumbers, contentName } from "../content-ref";

/** A row of the list of an organization's own. */
export type OwnSummary = ContentRef &
  Readonly<{
    title: string;
    kind: string;
    base: ContentRef | null;
    published: boolean;
    /** When it was last changed, and by whom. */
    at: Date;
    by: string;
  }>;

export type OwnContent = OwnSummary & Readonly<{ source: string; revision: number; hash: string | null }>;

const SUMMARY = {
  questionnaire: true,
  version: true,
  title: true,
  kind: true,
  baseQuestionnaire: true,
  baseVersion: true,
  publishedAt: true,
  publishedBy: true,
  updatedAt: true,
  updatedBy: true,
} as const;

/** Drafts and published versions, each questionnaire's newest first. */
export async function listOwn(db: ScopedDb): Promise<readonly OwnSummary[]> {
  const rows = await db.ownQuestionnaire.findMany({ select: SUMMARY });
  const names = await namesOf(
    db,
    rows.map((row) => row.publishedBy ?? row.updatedBy),
  );
  return rows
    .map((row) => summaryOf(row, names))
    .sort(
      (a, b) => a.questionnaire.localeCompare(b.questionnaire, "en") || compareVersionNumbers(b.version, a.version),
    );
}

/** One draft or published version with its text. @throws Problem not-found */
export async function readOwnContent(db: ScopedDb, ref: ContentRef): Promise<OwnContent> {
  const row = await db.ownQuestionnaire.findFirst({
    where: ref,
    select: { ...SUMMARY, source: true, revision: true, hash: true },
  });
  if (!row) throw notFound(contentName(ref));
  const { source, revision, hash } = row;
  const names = await namesOf(db, [row.publishedBy ?? row.updatedBy]);
  return { ...summaryOf(row, names), source, revision, hash };
}

type Row = Readonly<{
  questionnaire: string;
  version: string;
  title: string;
  kind: string;
  baseQuestionnaire: string | null;
  baseVersion: string | null;
  publishedAt: Date | null;
  publishedBy: string | null;
  updatedAt: Date;
  updatedBy: string;
}>;

function summaryOf(row: Row, names: Readonly<Record<string, string>>): OwnSummary {
  const { questionnaire, version, title, kind, baseQuestionnaire, baseVersion } = row;
  return {
    ...{ questionnaire, version, title, kind },
    base: baseQuestionnaire && baseVersion ? { questionnaire: baseQuestionnaire, version: baseVersion } : null,
    published: row.publishedAt !== null,
    at: row.publishedAt ?? row.updatedAt,
    by: names[row.publishedBy ?? row.updatedBy] ?? "a former member",
  };
}
