import { type Sent, send } from "@/components/forms/send";
import type { WalkStore } from "./walk-store";

/**
 * Sends something other than answers to a route of the assessment. Where the session has ended, it waits until the
 * person has signed in again and goes on.
 */
export function request<T>(
  store: WalkStore,
  path: string,
  body: unknown,
  method: "POST" | "PUT" | "PATCH" | "DELETE" | "GET" = "POST",
): Promise<Sent<T>> {
  return whileSignedIn(store, () => send<T>(store.api + path, body, method));
}

/** The same for whatever is sent in another way. */
export async function whileSignedIn<T>(store: WalkStore, ask: () => Promise<Sent<T>>): Promise<Sent<T>> {
  for (;;) {
    const sent = await ask();
    if (sent.ok || sent.problem.status !== 401) return sent;
    store.set({ link: "signed-out" });
    await signedIn(store);
  }
}

function signedIn(store: WalkStore): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = store.subscribe(() => {
      if (store.get().link === "signed-out") return;
      unsubscribe();
      resolve();
    });
  });
}
