// @vitest-environment happy-dom
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { describeArchitecture } from "@/lib/core/dashboard/architecture";
import { type Dashboard, describeDashboard } from "@/lib/core/dashboard/describe-dashboard";
import type { Claims } from "@/lib/core/scoring/types";
import { formatBand, formatGain, formatLevel } from "@/lib/core/words/format";
import { AppRouter } from "../../tests/support/app-router";
import { dashboardInput } from "../../tests/support/dashboard-input";
import { draw } from "../../tests/support/draw";
import { smallClaims, smallEvidence } from "../../tests/support/small-model";
import { titledQuestionnaire } from "../../tests/support/titled-questionnaire";
import { ScoredDashboard } from "./scored-dashboard";

const content = titledQuestionnaire({
  pillars: {
    identity: {
      topics: {
        "sign-in": { gate: true, criteria: { advanced: { factors: 2, legacy: 1 }, optimal: { passwordless: 1 } } },
        reviews: { criteria: { advanced: { yearly: 1 }, optimal: { daily: 1 } } },
      },
    },
    devices: { topics: { inventory: { gate: true, criteria: { advanced: { listed: 1 }, optimal: { live: 1 } } } } },
    network: {
      topics: { segments: { gate: true, criteria: { advanced: { zones: 1 }, optimal: { flows: 1 } } } },
    },
  },
});
const claims = smallClaims(
  { factors: "met", legacy: 0.5, yearly: "met", listed: "met", live: "met", zones: "not-met" },
  { evidence: [smallEvidence("listed", { expires: "2026-07-01" }), smallEvidence("factors")] },
);
const options = {
  before: smallClaims({ factors: "met", legacy: "not-met" }, { asOf: "2025-06-15" }),
  target: { pillars: { identity: 2.5, devices: 2.5, network: 2.2 }, by: "2027-12-31" },
};

type More = Parameters<typeof dashboardInput>[2];

function compose(given: Claims, more?: More): { dashboard: Dashboard; page: ReactNode } {
  const input = dashboardInput(content, given, more);
  const dashboard = describeDashboard(input);
  if (!dashboard) throw new Error("there is no score");
  const page = (
    <AppRouter>
      <ScoredDashboard
        dashboard={dashboard}
        architecture={describeArchitecture(content.pillars, dashboard.pillars)}
        targetDay={input.target.by}
        links={input.links}
      />
    </AppRouter>
  );
  return { dashboard, page };
}

async function render(given: Claims, more?: More): Promise<{ dashboard: Dashboard; html: string }> {
  const { dashboard, page } = compose(given, more);
  return { dashboard, html: await draw(page) };
}

/** The cells of the table with that caption, row by row. */
function table(html: string, caption: string): readonly string[][] {
  const found = html.split("<table").find((part) => part.includes(`<caption class="sr-only">${caption}</caption>`));
  if (!found) throw new Error(`no table ${caption}`);
  const rows = found.slice(0, found.indexOf("</table>")).split("<tr").slice(1);
  return rows.map((row) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => cell.replace(/<[^>]+>/g, "").trim()),
  );
}

const { dashboard, html } = await render(claims, options);

describe("pictures, tables and sentences", () => {
  it("show the same levels of the pillars", () => {
    const rows = table(html, "Pillars").slice(1);
    expect(rows).toEqual(
      dashboard.pillars.map((pillar) => [
        pillar.name,
        pillar.stage.name,
        ...[pillar.low, pillar.high, pillar.verified, pillar.last ?? 0, pillar.target ?? 0].map(formatLevel),
      ]),
    );
    const levels = rows.map(([name = "", , low]) => ({ name, low: Number(low) })).sort((a, b) => b.low - a.low);
    const [first, last] = [levels[0], levels.at(-1)];
    expect(html).toContain(
      `${first?.name} leads ${last?.name} by ${formatLevel((first?.low ?? 0) - (last?.low ?? 0))}.`,
    );
    for (const { name, low, high } of dashboard.pillars)
      expect(html).toContain(`${name}: claimed ${formatBand({ low, high })}`);
  });

  it("draw the targets that the radar's sentence names, also where not every pillar has one", async () => {
    const { html } = await render(claims, { ...options, target: { pillars: { identity: 2.5, network: 2.2 } } });
    const shape = html.slice(html.indexOf('id="shape"'), html.indexOf('id="architecture"'));
    expect(shape).toContain("target dashed");
    expect(shape.match(/<polyline[^>]*stroke-dasharray="3 3"/g)).toHaveLength(2);
  });

  it("show the same topics", () => {
    const rows = table(html, "Topics").slice(1);
    const topics = dashboard.columns.flatMap((column) => column.topics);
    expect(rows.map(([, name]) => name?.replace(" · gate", ""))).toEqual(topics.map(({ name }) => name));
    const lowest = rows.filter(([, , stage]) => stage === "Traditional").length;
    const unknown = rows.filter((row) => row.at(-1) !== "0").length;
    expect(html).toContain(
      `${lowest} of ${rows.length} topics ${lowest === 1 ? "is" : "are"} traditional; ${unknown} hold criteria that are not known yet.`,
    );
  });

  it("show the same components", () => {
    const rows = table(html, "Reference architecture").slice(1);
    const traditional = rows.filter(([, stage]) => stage === "Traditional").length;
    expect(html).toContain(`Each component in its stage: ${traditional} of ${rows.length} traditional`);
    for (const [name, stage, low] of rows) {
      expect(html).toContain(`>${name}</text>`);
      expect(html).toContain(`>${low} ${stage}</text>`);
    }
  });

  it("show the same change, whose parts are those of the sentence", () => {
    const rows = table(html, "Parts of the change in overall level");
    expect(rows.map(([name, , change]) => [name, change])).toEqual(
      dashboard.change?.rows.map(({ name, change }) => [name, formatGain(change)]),
    );
    for (const [name, , change] of rows)
      expect(dashboard.change?.sentence).toContain(`${change} ${name?.toLowerCase()}`);
    expect(html).toContain(dashboard.change?.sentence);
  });

  it("show the same evidence: pieces by the month of their date and of their expiry", () => {
    const rows = table(html, "Evidence, age and expiry").slice(1);
    const { past, ahead, pieces, lasting } = dashboard.freshness;
    expect(rows.map(([, , count, level]) => [count, level])).toEqual(
      [...past, ...ahead].map((month) => [
        String(month.pieces),
        month.verified === undefined ? "" : formatLevel(month.verified),
      ]),
    );
    const sum = (of: string) =>
      rows.filter(([, kind]) => kind === of).reduce((total, row) => total + Number(row[2]), 0);
    expect(sum("Dated")).toBe(pieces);
    expect(sum("Expire")).toBe(pieces - lasting);
    expect(html).toContain(dashboard.freshness.sentence);
  });

  it("show the same trend, plan and odds", async () => {
    const projection = [
      { day: "2026-06-15", level: dashboard.overall.low },
      { day: "2026-12-31", level: 2.2 },
      { day: "2027-12-31", level: 2.6 },
    ];
    const planned = await render(claims, { ...options, projection });
    const rows = table(planned.html, "Trend and plan").slice(1);
    expect(rows.map((row) => row.slice(1, 3))).toEqual([
      ["First round", formatLevel(dashboard.trend[0]?.level ?? 0)],
      ["Now", formatLevel(dashboard.overall.low)],
      ["Projected", "2.20"],
      ["Projected", "2.60"],
    ]);
    expect(planned.html).toContain("The plan reaches the target of 2.40 by 31 Dec 2027.");
    expect(planned.dashboard.inShort[2]).toContain("the plan by 31 Dec 2027");
  });

  it("need neither scripts nor inline styles from the server, which the policy refuses", () => {
    const html = renderToStaticMarkup(compose(claims, options).page);
    expect(html).toContain("data-chart-picture");
    expect(html).not.toContain(" style=");
    expect(html).not.toContain("<script");
  });
});

describe("what isn't there", () => {
  it("is said: no snapshot, no target", async () => {
    const { html } = await render(claims);
    expect(html).toContain("No earlier snapshot to compare with.");
    expect(html).not.toContain(">target ");
    expect(html).toContain("No target for every pillar yet.");
    expect(html).toContain("No pace yet");
  });

  it("leaves the radar out where it would have fewer than three axes, and says which pillar has no score", async () => {
    const { html } = await render(smallClaims({ factors: "met", zones: "na", flows: "na" }), options);
    expect(html).not.toContain('id="shape"');
    expect(html).toContain("Without a score, because nothing of it applies: Network.");
    expect(html).toContain("out of scope</text>");
  });
});
