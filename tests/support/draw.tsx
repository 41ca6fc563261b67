import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** What a browser makes of it once everything is drawn, also what is drawn later. For files under `@vitest-environment happy-dom`. */
export async function draw(node: ReactNode): Promise<string> {
  const container = document.createElement("div");
  await act(() => createRoot(container).render(node));
  return container.innerHTML;
}
