import { z } from "zod";
import type { PortfolioQuery, PortfolioSort } from "../../core/portfolio/portfolio-query";
import { today } from "../platform/clock";
import { type ScopedDb, withPerson } from "../platform/database/client";
import { Prisma } from "../platform/database/generated/client";
import { type BenchmarkGroup, readBenchmark } from "./read-benchmark";

const PAGE_SIZE = 25;

/** One organization of the portfolio. Figures are absent where it has no assessment, or none with a score. Days are YYYY-MM-DD. */
export type PortfolioRow = Readonly<{
  slug: string;
  name: string;
  sample: boolean;
  assessment: Readonly<{ slug: string; name: string; state: string }> | null;
  stages: readonly Readonly<{ id: string; title: string }>[];
  stage: string | null;
  low: number | null;
  high: number | null;
  verified: number | null;
  answered: number;
  inScope: number;
  lastChangeAt: Date | null;
  nextDue: string | null;
  nextDueOf: "evidence" | "target" | null;
  /** The figures are being reckoned anew. */
  stale: boolean;
}>;

export type SavedView = Readonly<{ id: string; name: string; query: string }>;

/** A page of the portfolio. */
export type Portfolio = Readonly<{
  rows: readonly PortfolioRow[];
  /** There is another page. */
  more: boolean;
  views: readonly SavedView[];
  benchmark: readonly BenchmarkGroup[];
  /** Organizations where the person's role opens no row, such as an assessor's. */
  outside: readonly Readonly<{ slug: string; name: string; role: string }>[];
  mayAdd: boolean;
}>;

/**
 * The organizations whose results the person may read, from the roll-ups alone: their row-level policy admits the
 * organizations of the person's live memberships and nothing else.
 */
export function readPortfolio(userId: string, query: PortfolioQuery): Promise<Portfolio> {
  return withPerson(userId, async (db) => {
    const rows = await readRows(db, query);
    const views = await db.savedView.findMany({
      orderBy: { name: "asc" },
      select: { id: true, name: true, query: true },
    });
    const [around] = await db.$queryRaw<Pick<Portfolio, "outside" | "mayAdd">[]>`
      SELECT outside, may_add AS "mayAdd" FROM portfolio_surroundings()`;
    return {
      rows: rows.slice(0, PAGE_SIZE),
      more: rows.length > PAGE_SIZE,
      views,
      benchmark: await readBenchmark(db),
      outside: around?.outside ?? [],
      mayAdd: around?.mayAdd ?? false,
    };
  });
}

const ORDER: Readonly<Record<PortfolioSort, Prisma.Sql>> = {
  name: Prisma.sql`organization_name`,
  level: Prisma.sql`low`,
  verified: Prisma.sql`verified`,
  known: Prisma.sql`completeness`,
  changed: Prisma.sql`last_change_at`,
  due: Prisma.sql`next_due`,
};

/** Who has more is served from an index in the order that was asked for; who has fewer, from their own organizations. */
const FEW = 500;

const stagesSchema = z.array(z.object({ id: z.string(), title: z.string() })).catch([]);

type Stored = Omit<PortfolioRow, "assessment" | "stages"> &
  Readonly<{ assessmentSlug: string | null; assessmentName: string | null; state: string | null; stages: unknown }>;

/** Raw, so that an index gives the page in order: the first page of ten thousand is as quick as that of ten. */
async function readRows(
  db: ScopedDb,
  { q, stage, quiet, due, sort, order, page }: PortfolioQuery,
): Promise<readonly PortfolioRow[]> {
  const day = today();
  const own = await db.$queryRaw<{ id: string }[]>`SELECT id FROM portfolio_organizations(${FEW + 1}::int) AS id`;
  const wanted = [
    Prisma.sql`true`,
    ...(own.length > FEW ? [] : [Prisma.sql`organization_id = ANY(${own.map(({ id }) => id)}::uuid[])`]),
    ...(q ? [Prisma.sql`organization_name ILIKE ${`%${q.replace(/[\\%_]/g, "\\$&")}%`}`] : []),
    ...(stage === undefined ? [] : [Prisma.sql`stage_number = ${stage}`]),
    ...(quiet === undefined ? [] : [Prisma.sql`last_change_at < ${day}::date - ${quiet}::int`]),
    ...(due === undefined ? [] : [Prisma.sql`next_due <= ${day}::date + ${due}::int`]),
  ];
  const key = ORDER[sort];
  const having = Prisma.sql`${Prisma.join(wanted, " AND ")} AND ${key} IS NOT NULL`;
  const [limit, offset] = [PAGE_SIZE + 1, (page - 1) * PAGE_SIZE];
  const direction = order === "up" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const first = await select(db, Prisma.sql`${having} ORDER BY ${key} ${direction}, organization_id`, limit, offset);
  if (first.length === limit || sort === "name") return first;
  // What has no such figure comes after all that have, in either direction.
  const before = offset === 0 || first.length > 0 ? offset + first.length : await count(db, having);
  const rest = Prisma.sql`${Prisma.join(wanted, " AND ")} AND ${key} IS NULL ORDER BY organization_name, organization_id`;
  return [...first, ...(await select(db, rest, limit - first.length, Math.max(0, offset - before)))];
}

async function count(db: ScopedDb, where: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM rollups WHERE ${where}`;
  return row?.n ?? 0;
}

async function select(
  db: ScopedDb,
  whereInOrder: Prisma.Sql,
  limit: number,
  offset: number,
): Promise<readonly PortfolioRow[]> {
  const stored = await db.$queryRaw<Stored[]>`
    SELECT organization_slug AS slug, organization_name AS name, sample, assessment_slug AS "assessmentSlug",
      assessment_name AS "assessmentName", state, stages, stage, low, high, verified, COALESCE(answered, 0) AS answered,
      COALESCE(in_scope, 0) AS "inScope", last_change_at AS "lastChangeAt", to_char(next_due, 'YYYY-MM-DD') AS "nextDue",
      next_due_of AS "nextDueOf", stale_since IS NOT NULL AS stale
    FROM rollups WHERE ${whereInOrder} LIMIT ${limit} OFFSET ${offset}`;
  return stored.map(({ assessmentSlug, assessmentName, state, stages, ...row }) => ({
    ...row,
    stages: stagesSchema.parse(stages),
    assessment:
      assessmentSlug === null ? null : { slug: assessmentSlug, name: assessmentName ?? "", state: state ?? "draft" },
  }));
}
