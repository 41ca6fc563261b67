import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadSample } from "../../lib/server/organizations/load-sample";
import { withOrganization, withPerson } from "../../lib/server/platform/database/client";
import { sessionCookie } from "../support/signed-in";
import { startBenchApp } from "./support/bench-app";
import { inTurn, load, quantile } from "./support/load";
import { type Figure, printFigures } from "./support/report";

const BLOCKS = 8;
const EACH = 12;
const LIMITS = { blank: 6, constant: 2 }; // goals of the issue

/** The sample's dashboard against a blank page of the same app, and against itself drawn from constant data. */
export async function benchDashboard(): Promise<boolean> {
  const bench = await startBenchApp(1);
  try {
    const [member] = bench.members;
    if (!member) throw new Error("nobody to ask as");
    const { userId } = member.actor;
    const { slug: organization } = await withPerson(userId, (db) => loadSample(db, { userId, address: "127.0.0.1" }));
    const secret = readFileSync(join(bench.app.dataDir, "secret"), "utf8").trim();
    const headers = { cookie: await sessionCookie(userId, secret) };
    const assessment = await sampleAssessment(organization, userId);
    const page = (path: string, each = EACH) =>
      load({ clients: 1, each, next: () => ({ url: `${bench.app.origin}${path}`, headers }) });
    const dashboard = `/${organization}/assessments/${assessment}/dashboard`;
    const constant = `/bench/dashboard?organization=${organization}&assessment=${assessment}`;
    for (const path of [dashboard, constant, "/bench/blank"]) await page(path, 30);

    const [whole, blank] = await inTurn(
      BLOCKS,
      () => page(dashboard),
      () => page("/bench/blank"),
    );
    const [again, drawn] = await inTurn(
      BLOCKS,
      () => page(dashboard),
      () => page(constant),
    );
    const figures: Figure[] = [];
    for (const [name, share] of [
      ["median", 0.5],
      ["95th percentile", 0.95],
    ] as const) {
      figures.push(
        {
          what: `dashboard ÷ blank page, ${name}`,
          value: quantile(whole, share) / quantile(blank, share),
          unit: "×",
          limit: LIMITS.blank,
        },
        {
          what: `dashboard ÷ itself with constant data, ${name}`,
          value: quantile(again, share) / quantile(drawn, share),
          unit: "×",
          limit: LIMITS.constant,
        },
        {
          what: `  dashboard, ${name} (blank page ${quantile(blank, share).toFixed(1)} ms)`,
          value: quantile(whole, share),
          unit: "ms",
        },
      );
    }
    return printFigures("Dashboard", figures);
  } finally {
    await bench.stop();
  }
}

async function sampleAssessment(slug: string, userId: string): Promise<string> {
  const organizations = await withPerson(
    userId,
    (db) => db.$queryRaw<{ id: string }[]>`SELECT id FROM organizations_of(${userId}::uuid) WHERE slug = ${slug}`,
  );
  const organizationId = organizations[0]?.id ?? "";
  const newest = await withOrganization({ organizationId, userId }, (db) => db.assessment.findFirstOrThrow());
  return newest.slug;
}
