"use client";

import { useState } from "react";
import { THEME_COOKIE, type Theme } from "./theme";
import { ToggleGroup } from "./toggle-group";

type Props = Readonly<{
  label: string;
  words: Readonly<Record<Theme, string>>;
  /** What the server read from the cookie. */
  initial: Theme;
  className?: string;
}>;

const ONE_YEAR_S = 31_536_000;

/** System, light or dark; applied at once and remembered in a cookie, so that the next page is right from its first paint. */
export function ThemeSwitch({ label, words, initial, className }: Props) {
  const [theme, setTheme] = useState(initial);

  function choose(next: Theme) {
    setTheme(next);
    const root = document.documentElement.classList;
    root.remove("light", "dark");
    if (next !== "system") root.add(next);
    remember(next);
  }

  return (
    <ToggleGroup
      label={label}
      value={theme}
      onChange={choose}
      options={[
        { value: "system", label: words.system },
        { value: "light", label: words.light },
        { value: "dark", label: words.dark },
      ]}
      className={className}
    />
  );
}

function remember(theme: Theme) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  const age = theme === "system" ? 0 : ONE_YEAR_S;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we support
  document.cookie = `${THEME_COOKIE}=${theme}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
}
