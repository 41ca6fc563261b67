import { EVIDENCE_METHODS, type EvidenceKind } from "@/lib/core/evidence/kinds";
import { parseCoverage } from "@/lib/core/walk/parse-coverage";
import type { EvidenceFields } from "./types";

type Read = Readonly<{ fields: EvidenceFields; problems: readonly (readonly [path: string, message: string])[] }>;

/** Reads the form: figures that can't be read are told by the field's name. */
export function readEvidenceForm(form: FormData, kind: EvidenceKind): Read {
  const problems: [string, string][] = [];
  const text = (name: string) => String(form.get(name) ?? "").trim() || undefined;
  const count = (name: string) => {
    const given = text(name)?.replace(/[\s.,’'\u00a0\u202f]/g, "");
    if (given === undefined) return undefined;
    if (!/^\d{1,12}$/.test(given)) problems.push([name, "Enter a whole number, such as 25."]);
    return Number(given);
  };
  const share = (name: string) => {
    const parsed = parseCoverage(text(name) ?? "");
    if (!text(name)) return undefined;
    if (!parsed.ok) {
      problems.push([name, parsed.message]);
      return undefined;
    }
    const { answer } = parsed;
    return answer.status === "partly" ? answer.coverage : answer.status === "met" ? 1 : 0;
  };
  const fields: EvidenceFields = {
    kind,
    title: text("title") ?? "",
    date: text("date") ?? "",
    expires: text("expires"),
    owner: text("owner"),
    source: text("source"),
    link: text("link"),
    method: EVIDENCE_METHODS.find((method) => method === text("method")),
    sampled: count("sampled"),
    population: count("population"),
    sampledFrom: text("sampledFrom"),
    criteria: (text("criteria") ?? "").split(" ").map((criterion) => ({
      criterion,
      verdict: text(`verdict ${criterion}`) === "contradicts" ? "contradicts" : "supports",
      coverage: share(`coverage ${criterion}`),
    })),
  };
  return { fields, problems };
}
