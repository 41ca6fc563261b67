import type { ScopedDb } from "../platform/database/client";

/** A group of the newest benchmark; '' stands for every industry or size. */
export type BenchmarkGroup = Readonly<{
  quarter: string;
  industry: string;
  size: string;
  /** How many controllers stand behind it, at least ten. */
  controllers: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
}>;

/** The groups that were released last, the widest first. It holds no organization, so anybody may read it. */
export async function readBenchmark(db: ScopedDb): Promise<readonly BenchmarkGroup[]> {
  const newest = await db.benchmarkRelease.findFirst({ orderBy: { quarter: "desc" }, select: { quarter: true } });
  if (!newest) return [];
  return db.benchmarkGroup.findMany({
    where: { quarter: newest.quarter },
    orderBy: [{ questionnaire: "asc" }, { industry: "asc" }, { size: "asc" }],
    select: {
      quarter: true,
      industry: true,
      size: true,
      controllers: true,
      lowerQuartile: true,
      median: true,
      upperQuartile: true,
    },
  });
}
