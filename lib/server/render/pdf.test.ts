import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportInput } from "../../../tests/support/report-input";
import { smallClaims, smallEvidence } from "../../../tests/support/small-model";
import { titledQuestionnaire } from "../../../tests/support/titled-questionnaire";
import { composeReport } from "../../core/reports/compose-report";
import type { ReportInput } from "../../core/reports/input";
import { renderPdf } from "./pdf";

// The first report loads the fonts; other work on the machine can make that slow.
const PATIENCE = 120_000;

const content = titledQuestionnaire({
  pillars: Object.fromEntries(
    ["identity", "devices", "network"].map((pillar) => [
      pillar,
      {
        topics: Object.fromEntries(
          [1, 2, 3].map((topic) => [
            `${pillar}-${topic}`,
            {
              gate: topic === 1,
              criteria: { advanced: { [`${pillar}-${topic}-a`]: 1 }, optimal: { [`${pillar}-${topic}-o`]: 2 } },
            },
          ]),
        ),
      },
    ]),
  ),
});
const claims = smallClaims(
  { "identity-1-a": "met", "identity-2-a": 0.5, "devices-1-a": "met", "devices-1-o": "not-met", "network-1-a": "na?" },
  { evidence: [smallEvidence("identity-1-a"), smallEvidence("devices-1-a", { verdict: "contradicts" })] },
);
const draw = (parts: Partial<ReportInput> = {}, logo?: Uint8Array) =>
  renderPdf(composeReport(reportInput(content, claims, parts)), { logo });

/** A PNG of one red dot. */
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==",
  "base64",
);

function poppler(program: "pdfinfo" | "pdftotext", ...options: readonly string[]): string | undefined {
  try {
    return execFileSync(program, options, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 1 << 28,
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

describe("renderPdf", { timeout: PATIENCE }, () => {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-pdf-"));
  const file = join(folder, "report.pdf");
  const poppled = poppler("pdfinfo", "-v") !== undefined;
  beforeAll(async () => writeFileSync(file, await draw()), PATIENCE);
  afterAll(() => rmSync(folder, { recursive: true }));

  it("makes a PDF that calls itself PDF/UA-1, tagged, with language and a title that viewers show", () => {
    const bytes = readFileSync(file).toString("latin1");
    expect(bytes.slice(0, 5)).toBe("%PDF-");
    expect(bytes).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(bytes).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(bytes).toMatch(/\/Lang\s*\(en/);
    expect(bytes).toContain("/DisplayDocTitle true");
    expect(bytes).toContain("/Outlines");
  });

  it.skipIf(!poppled)("has its title, A4 pages and tags by the reading of another program", () => {
    const info = poppler("pdfinfo", file) ?? "";
    expect(info).toMatch(/^Title:\s+Fabrikam: Zero Trust maturity, Round 2026$/m);
    expect(info).toMatch(/^Tagged:\s+yes$/m);
    expect(info).toMatch(/^Page size:.*A4/m);
    expect(Number(/^Pages:\s+(\d+)/m.exec(info)?.[1])).toBeGreaterThan(8);
  });

  it.skipIf(!poppled)("tags headings in order, tables with header cells, and every figure with its description", () => {
    const structure = poppler("pdfinfo", "-struct-text", file) ?? "";
    const levels = [...structure.matchAll(/^\s*H(\d)\b/gm)].map((match) => Number(match[1]));
    expect(levels.length).toBeGreaterThan(20);
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 0);
    const count = (tag: RegExp) => [...structure.matchAll(tag)].length;
    expect(count(/^\s*Table\b/gm)).toBeGreaterThan(10);
    expect(count(/^\s*TH\b/gm)).toBeGreaterThan(count(/^\s*Table\b/gm));
    const figures = structure.split("\n").filter((line) => /^\s*Figure\b/.test(line));
    expect(figures.length).toBeGreaterThan(8);
    expect(
      readFileSync(file)
        .toString("latin1")
        .match(/\/S\s*\/Figure/g)?.length ?? figures.length,
    ).toBe(figures.length);
  });

  it.skipIf(!poppled)("says what the report says, page by page, without leftovers", () => {
    const text = poppler("pdftotext", "-layout", file, "-") ?? "";
    const info = poppler("pdfinfo", file) ?? "";
    const pages = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]);
    for (const part of [
      "Executive summary",
      "Findings by pillar",
      "Accepted risk",
      "Method and definitions",
      "Answers",
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/Fabrikam is at stage 1 of 3, Traditional\./);
    for (let page = 2; page <= pages; page++) expect(text).toContain(`Page ${page} of ${pages}`);
    expect(text).not.toMatch(/undefined|NaN|\[object|\bnull\b|\(content\)/);
  });

  it.skipIf(!poppled)("shows hostile text as text", async () => {
    const name = '#panic("x") $a$ \\ @ref <script>alert(1)</script>';
    const note = "= no heading #let x = 1 `code` 😀 שלום \u0000\ud800 日本";
    const details = new Map([["identity-1-a", { note, by: note }]]);
    writeFileSync(file, await draw({ organization: { name, sample: false }, details }));
    const text = (poppler("pdftotext", file, "-") ?? "").replace(/\s+/g, " ");
    expect(text.replace(/[\u00ad\u200b]/g, "")).toContain(name);
    expect(text).toContain("= no heading #let x = 1 `code`");
    expect(poppler("pdfinfo", file)).toContain(`Title:           ${name}: Zero Trust maturity, Round 2026`);
  });

  it("draws the logo, and several reports asked for at once", async () => {
    const organization = { name: "Fabrikam", sample: true, logo: "logo.png", colour: "#0b5c6b" };
    const approved = { kind: "approved", by: "the CISO", on: "2026-06-16", hash: "ab".repeat(32) } as const;
    const [one, two, three] = await Promise.all([draw({ organization }, DOT), draw(), draw({ provenance: approved })]);
    expect(one?.includes(DOT.at(0) ?? 0)).toBe(true);
    const bytes = (pdf?: Uint8Array) => Buffer.from(pdf ?? []).toString("latin1");
    expect(bytes(one)).toContain("/Subtype /Image");
    expect(bytes(two)).not.toContain("/Subtype /Image");
    expect(bytes(three).slice(0, 5)).toBe("%PDF-");
  });

  it("makes the same bytes of the same report", async () => {
    expect(Buffer.from(await draw()).equals(Buffer.from(await draw()))).toBe(true);
  });

  it("says so when a picture can't be read", async () => {
    const organization = { name: "Fabrikam", sample: false, logo: "logo.png" };
    await expect(draw({ organization }, Buffer.from("no picture"))).rejects.toThrow("The report can't be drawn");
  });
});
