import type { LEFT_OUT } from "../../scoring/read-values";

/** The three levels that every formula is worked out for. */
export type MeasureName = "claimed" | "upTo" | "verified";

/** A formula with its numbers filled in, and what comes out. */
export type Formula = Readonly<{ measure: MeasureName; text: string; result: number }>;

/** A number of a weighted mean; undefined where it is left out. */
export type Part = Readonly<{ weight: number; value: number | undefined }>;

/** A figure in a formula: four decimals, so that a reader can recompute what is shown with two. */
export function exact(value: number): string {
  return value.toFixed(4);
}

/**
 * A weighted mean with its numbers: "(3 × 2.1400 + 1 × 1.7400) ÷ 4"; equal weights fall out: "(2.1400 + 1.7400) ÷ 2".
 * "" where every part is left out.
 */
export function meanText(parts: readonly Part[]): string {
  const present = parts.filter((part): part is Part & { value: number } => part.value !== undefined);
  const [first] = present;
  if (!first) return "";
  if (present.length === 1) return exact(first.value);
  const equal = present.every(({ weight }) => weight === first.weight);
  const terms = present.map(({ weight, value }) => (equal ? exact(value) : `${number(weight)} × ${exact(value)}`));
  const total = equal ? present.length : present.reduce((sum, { weight }) => sum + weight, 0);
  return `(${terms.join(" + ")}) ÷ ${number(total)}`;
}

/** The level of a topic from its stages' means, lowest first: "1 + 0.9700 + 0.9700 × 0.2000". */
export function levelText(means: readonly number[]): string {
  const products = means.map((_, last) =>
    means
      .slice(0, last + 1)
      .map(exact)
      .join(" × "),
  );
  return ["1", ...products].join(" + ");
}

/** A level or value of an evaluation, which marks what is left out; undefined for that. */
export function present(value: number | undefined, leftOut: 0 | typeof LEFT_OUT): number | undefined {
  return value === leftOut ? undefined : value;
}

function number(value: number): string {
  return String(Number(value.toFixed(4)));
}
