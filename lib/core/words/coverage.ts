import { formatCountOf, formatNumberOf, formatPercent } from "./format";

/** What a coverage view says and what it doesn't: how much of the framework is touched, and that it is no compliance. */
export function coverageNote(
  { one, many }: Readonly<{ one: string; many: string }>,
  framework: string,
  { total, touched }: Readonly<{ total: number; touched: number }>,
): string {
  const share = total === 0 ? "" : ` (${formatPercent(touched / total)})`;
  const rest = total - touched;
  const untouched =
    rest === 0
      ? `Every ${one} has at least one criterion.`
      : `Of the other ${formatNumberOf(rest, one, many)} nothing is asked and nothing is said.`;
  return `The questionnaire's criteria contribute to ${formatCountOf({ count: touched, population: total })} ${many} of ${framework}${share}. ${untouched} Meeting a criterion contributes to what it names; it is not compliance, and "met" says only that every criterion asked here is met.`;
}

/** What the matrix says and what it doesn't. */
export function attackNote({ total, touched }: Readonly<{ total: number; touched: number }>): string {
  return `The questionnaire's criteria work against ${formatCountOf({ count: touched, population: total })} techniques and sub-techniques of MITRE ATT&CK (${formatPercent(total === 0 ? 0 : touched / total)}); nothing is said of the others. "Mitigated" means that every criterion against a technique is met. It doesn't mean that the technique can't succeed.`;
}
