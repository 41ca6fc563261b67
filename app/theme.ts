import { cookies } from "next/headers";
import { parseTheme, THEME_COOKIE, type Theme } from "@/components/ui/theme";

/** The theme that this request asks for. */
export async function readTheme(): Promise<Theme> {
  return parseTheme((await cookies()).get(THEME_COOKIE)?.value);
}
