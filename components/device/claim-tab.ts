const TAB_KEY = "plumbline.tab";
/** A reload's predecessor gives its lock back within this; a duplicated tab never does. */
const HANDOVER_MS = 1_000;

/** The name of this tab, over its reloads; `lockPrefix` with it is locked until the tab is gone or `signal` ends it. */
export async function claimTab(lockPrefix: string, signal: AbortSignal): Promise<string> {
  const known = tabBefore();
  for (const tab of known ? [known, crypto.randomUUID()] : [crypto.randomUUID()]) {
    if (await hold(lockPrefix + tab, signal)) {
      rememberTab(tab);
      return tab;
    }
  }
  return crypto.randomUUID();
}

function hold(name: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(), HANDOVER_MS);
    navigator.locks
      .request(name, { signal: waiting.signal }, () => {
        clearTimeout(timer);
        resolve(true);
        if (signal.aborted) return undefined;
        return new Promise<void>((release) => signal.addEventListener("abort", () => release()));
      })
      .catch(() => resolve(false));
  });
}

/** Storage of the tab may be switched off: then each page is a tab of its own. */
function tabBefore(): string | null {
  try {
    return sessionStorage.getItem(TAB_KEY);
  } catch {
    return null;
  }
}

function rememberTab(tab: string): void {
  try {
    sessionStorage.setItem(TAB_KEY, tab);
  } catch {
    // Found again by its name only, by the next page that takes over what a closed one left.
  }
}
