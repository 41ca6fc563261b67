import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactNode } from "react";

const nowhere = () => {};
const ROUTER = {
  back: nowhere,
  forward: nowhere,
  refresh: nowhere,
  push: nowhere,
  replace: nowhere,
  prefetch: nowhere,
  bfcacheId: "",
};

/** Stands for Next's router where components are rendered without a page. `refresh` is called where they ask for the page anew. */
export function AppRouter({ children, refresh = nowhere }: Readonly<{ children: ReactNode; refresh?: () => void }>) {
  return <AppRouterContext.Provider value={{ ...ROUTER, refresh }}>{children}</AppRouterContext.Provider>;
}
