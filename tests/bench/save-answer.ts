import { fork } from "node:child_process";
import { join } from "node:path";
import { readQuestionnaire } from "../../lib/core/content/read";
import { loadFiles } from "../../lib/server/content/load-questionnaires";
import { withClient } from "../../lib/server/platform/database/prepare";
import { type BenchMember, startBenchApp } from "./support/bench-app";
import { type Call, inTurn, load, quantile } from "./support/load";
import { type Figure, printFigures } from "./support/report";

const BLOCKS = 6;
const LIMIT = 8; // goal of the issue: saving with all its duties over a bare upsert

/** Saving an answer over HTTP with all its duties against a bare upsert. */
export async function benchSaveAnswer(): Promise<boolean> {
  const bench = await startBenchApp(32);
  await withClient(bench.ownerUrl, (client) =>
    client.query(
      "CREATE TABLE bench_upsert (client text, criterion text, status text, at timestamptz DEFAULT now(), PRIMARY KEY (client, criterion))",
    ),
  );
  const bare = fork(join(import.meta.dirname, "support", "bare-server.ts"), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, BENCH_DATABASE: bench.ownerUrl },
  });
  const port = await new Promise<number>((resolve) => bare.once("message", (message) => resolve(Number(message))));
  try {
    const read = readQuestionnaire(loadFiles("zero-trust").files);
    if (!read.ok) throw new Error("content is broken");
    const criteria = read.questionnaire.pillars.flatMap((pillar) =>
      pillar.topics.flatMap((topic) => topic.criteria.map((criterion) => criterion.id)),
    );
    const ours = ourSaves(bench.app.origin, bench.members, criteria);
    const theirs = (client: number, i: number): Call => ({
      url: `http://127.0.0.1:${port}/`,
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ client: String(client), criterion: criteria[i % criteria.length], status: "met" }),
    });
    // Warm both: pools, compiled code, prepared statements.
    await load({ clients: 8, each: 30, next: ours("spread") });
    await load({ clients: 8, each: 30, next: theirs });

    const figures: Figure[] = [];
    for (const [clients, each, spread] of [
      [1, 60, "one"],
      [32, 12, "one"],
      [32, 12, "spread"],
    ] as const) {
      const [mine, plain] = await inTurn(
        BLOCKS,
        () => load({ clients, each, next: ours(spread) }),
        () => load({ clients, each, next: theirs }),
      );
      const where =
        clients === 1
          ? "1 client"
          : spread === "one"
            ? "32 clients in one organization"
            : "32 clients in 32 organizations";
      figures.push(
        {
          what: `saving an answer ÷ bare upsert, median, ${where}`,
          value: quantile(mine, 0.5) / quantile(plain, 0.5),
          unit: "×",
          limit: LIMIT,
        },
        {
          what: `  saving an answer, median / bare upsert, median (${quantile(plain, 0.5).toFixed(2)} ms)`,
          value: quantile(mine, 0.5),
          unit: "ms",
        },
        { what: "  saving an answer, 95th percentile", value: quantile(mine, 0.95), unit: "ms" },
      );
    }
    return printFigures("Saving an answer", figures);
  } finally {
    bare.kill();
    await bench.stop();
  }
}

/** Each client works through criteria of its own share, so that versions are its own; `one`: all in the first organization. */
function ourSaves(origin: string, members: readonly BenchMember[], criteria: readonly string[]) {
  const versions = new Map<string, number>();
  return (spread: "one" | "spread") =>
    (client: number, i: number): Call => {
      const member = members[spread === "one" ? 0 : client % members.length];
      const share = Math.floor(criteria.length / 32);
      const criterion = criteria[client * share + (i % share)];
      if (!member || !criterion) throw new Error("no such client");
      const key = `${member.actor.organizationSlug} ${criterion}`;
      const base = versions.get(key) ?? 0;
      versions.set(key, base + 1);
      return {
        url: `${origin}/api/organizations/${member.actor.organizationSlug}/assessments/${member.assessment}/answers`,
        method: "POST",
        headers: { "content-type": "application/json", cookie: member.cookie, origin },
        body: JSON.stringify({ changes: [{ criterion, base, status: i % 2 ? "met" : "not-met" }] }),
      };
    };
}
