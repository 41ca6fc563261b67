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

/** Stands for Next's router where components are rendered without a page. */
export function AppRouter({ children }: Readonly<{ children: ReactNode }>) {
  return <AppRouterContext.Provider value={ROUTER}>{children}</AppRouterContext.Provider>;
}
