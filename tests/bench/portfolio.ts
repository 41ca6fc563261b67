import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "../../lib/server/platform/database/prepare";
import { sessionCookie } from "../support/signed-in";
import { startBenchApp } from "./support/bench-app";
import { inTurn, load, quantile } from "./support/load";
import { printFigures } from "./support/report";

const BLOCKS = 8;
const EACH = 15;
const MANY = 10_000;
const FEW = 10;
const LIMIT = 1.5; // goal of the issue: the first page of 10,000 organizations over that of 10

/** The portfolio's first page for a person with ten thousand organizations, against one with ten. */
export async function benchPortfolio(): Promise<boolean> {
  const bench = await startBenchApp(1);
  try {
    const secret = readFileSync(join(bench.app.dataDir, "secret"), "utf8").trim();
    const [many, few] = await withClient(bench.ownerUrl, async (client) => {
      const { rows } = await client.query<{ id: string }>(
        "INSERT INTO users (email, name, password_hash) VALUES ('many@example.org', 'many', 'x'), ('few@example.org', 'few', 'x') RETURNING id",
      );
      await client.query(
        "INSERT INTO organizations (slug, name) SELECT 'client-' || i, 'Client ' || lpad(i::text, 5, '0') FROM generate_series(1, $1::int) i",
        [MANY],
      );
      for (const [person, organizations] of [
        [rows[0]?.id, MANY],
        [rows[1]?.id, FEW],
      ] as const) {
        await client.query(
          "INSERT INTO memberships (organization_id, user_id, role) SELECT id, $1, 'consultant' FROM organizations WHERE slug LIKE 'client-%' ORDER BY name LIMIT $2",
          [person, organizations],
        );
      }
      await client.query(
        `UPDATE rollups SET assessment_slug = 'round', assessment_name = 'Group, round', state = 'draft', stages = $1, stage = 'traditional',
           stage_number = 1, low = 1 + random(), high = 2.1, verified = 1, answered = 300, in_scope = 458, completeness = 300.0 / 458,
           last_change_at = now() - random() * interval '300 days', next_due = current_date + (random() * 300)::int, next_due_of = 'evidence',
           stale_since = NULL
         WHERE organization_slug LIKE 'client-%'`,
        [
          JSON.stringify([
            { id: "traditional", title: "Traditional" },
            { id: "advanced", title: "Advanced" },
            { id: "optimal", title: "Optimal" },
          ]),
        ],
      );
      await client.query("ANALYZE");
      return [rows[0]?.id ?? "", rows[1]?.id ?? ""] as const;
    });
    const cookies = [await sessionCookie(many, secret), await sessionCookie(few, secret)] as const;
    const figures = [];
    for (const [what, search] of [
      ["by name", ""],
      ["by level, highest first", "?sort=level&order=down"],
    ] as const) {
      const page = (cookie: string) =>
        load({
          clients: 1,
          each: EACH,
          next: () => ({ url: `${bench.app.origin}/clients${search}`, headers: { cookie } }),
        });
      await page(cookies[0]);
      await page(cookies[1]);
      const [large, small] = await inTurn(
        BLOCKS,
        () => page(cookies[0]),
        () => page(cookies[1]),
      );
      for (const [name, share] of [
        ["median", 0.5],
        ["95th percentile", 0.95],
      ] as const) {
        figures.push(
          {
            what: `first page ${what}, 10,000 organizations ÷ 10, ${name}`,
            value: quantile(large, share) / quantile(small, share),
            unit: "×" as const,
            limit: LIMIT,
          },
          { what: `  of 10,000, ${name}`, value: quantile(large, share), unit: "ms" as const },
        );
      }
    }
    return printFigures("Portfolio", figures);
  } finally {
    await bench.stop();
  }
}
