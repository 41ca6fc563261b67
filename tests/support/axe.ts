import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** WCAG 2.2 AA as far as a machine can tell. */
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Holds that a page, or a part of it, has nothing that keeps somebody out.
 * @param rules all that axe has, or those of WCAG alone
 */
export async function expectNoBarriers(page: Page, within = "html", rules: "all" | "wcag" = "all"): Promise<void> {
  // In the page itself, which has no frames of another site; otherwise every look opens one more page to add up the results.
  const builder = new AxeBuilder({ page })
    .include(within)
    .setLegacyMode()
    .options({ resultTypes: ["violations"] });
  const { violations } = await (rules === "wcag" ? builder.withTags(WCAG) : builder).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}
