/** What a person chose; "system" follows the device and is kept as the absence of a choice. */
export type Theme = "system" | "light" | "dark";

/** The cookie that keeps the choice. Not secret, and read by the server so that the first paint is right. */
export const THEME_COOKIE = "theme";

/** A cookie's value to a theme; anything unexpected is "system". */
export function parseTheme(value: string | undefined): Theme {
  return value === "light" || value === "dark" ? value : "system";
}
