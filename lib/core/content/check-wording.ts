import type { Criterion } from "./types";

const MAX_STATEMENT_WORDS = 22; // content rules: longer sentences hold two facts
const VAGUE = words(
  "appropriate",
  "appropriately",
  "robust",
  "regularly",
  "as needed",
  "best practice",
  "best practices",
  "leverage",
  "leverages",
  "ensure",
  "ensures",
  "adequate",
  "effective",
  "comprehensive",
  "seamless",
  "holistic",
  "where possible",
  "if possible",
  "timely",
  "and/or",
  "etc",
  "periodically",
  "sufficient",
  "properly",
  "modern",
  "advanced",
  "optimal",
  "traditional",
);
const VENDORS = words(
  "microsoft",
  "entra",
  "azure",
  "intune",
  "defender",
  "sentinel",
  "purview",
  "office 365",
  "microsoft 365",
  "okta",
  "google",
  "aws",
  "amazon",
  "cisco",
  "palo alto",
  "zscaler",
  "crowdstrike",
  "cloudflare",
  "vmware",
  "splunk",
  "github",
  "gitlab",
  "jamf",
  "cyberark",
  "hashicorp",
  "kubernetes",
  "windows",
  "linux",
  "macos",
  "active directory",
  "sharepoint",
  "conditional access",
  "apple",
  "android",
  "salesforce",
);

/** Checks the statement of one criterion against the rules of good content. */
export function checkWording(
  criterion: Criterion,
  report: (path: readonly PropertyKey[], message: string) => void,
): void {
  const statement = criterion.statement;
  const words = statement.split(/\s+/).length;
  if (words > MAX_STATEMENT_WORDS) report(["statement"], `has ${words} words; at most ${MAX_STATEMENT_WORDS}`);
  if (!statement.endsWith(".")) report(["statement"], "must end with a full stop");
  if (/;/.test(statement)) report(["statement"], "must hold one fact: no semicolon");
  for (const [word, pattern] of VAGUE) if (pattern.test(statement)) report(["statement"], `"${word}" can't be checked`);
  for (const [vendor, pattern] of VENDORS)
    if (pattern.test(statement)) report(["statement"], `names a vendor or product: ${vendor}`);
}

/** Words or phrases, each with the pattern that finds it standing alone. */
function words(...all: readonly string[]): readonly (readonly [string, RegExp])[] {
  return all.map((word) => [word, new RegExp(`(^|[^a-z])${word}([^a-z]|$)`, "i")]);
}
