import { z } from "zod";
import { provenanceWords } from "@/lib/core/words/provenance";

/** What stands behind the question mark. */
export type Asked = Readonly<Record<string, string | string[] | undefined>>;

export type View = Readonly<{ asOf?: string; show?: string }>;

const day = z.iso.date();
const id = z.string().max(60);

/** Reads the view from the address; what isn't a day or an id counts as not given. */
export function readView({ asOf, show }: Asked): View {
  return { asOf: day.safeParse(asOf).data, show: id.safeParse(show).data };
}

/** The line under the title. */
export function provenanceOf(
  { state, questionnaire, version }: Readonly<{ state: string; questionnaire: string; version: string }>,
  { asOf }: View,
): string {
  return provenanceWords({ now: new Date(), timeZone: "UTC", day: asOf, state, questionnaire, version });
}
