/** What happy-dom lacks of a browser that keeps things: a store of keys, and locks between tabs. */
export function giveDevice(): void {
  Object.defineProperty(globalThis, "indexedDB", { value: { open: () => asked(database) }, configurable: true });
  Object.defineProperty(navigator, "locks", { value: { request }, configurable: true });
}

const keys = new Map<unknown, unknown>();

const store = {
  get: (key: unknown) => asked(keys.get(key)),
  put: (value: unknown, key: unknown) => void keys.set(key, value),
  delete: (key: unknown) => void keys.delete(key),
};

const database = {
  close: () => {},
  transaction: () => {
    const transaction: { objectStore: () => typeof store; oncomplete?: () => void } = { objectStore: () => store };
    setTimeout(() => transaction.oncomplete?.());
    return transaction;
  },
};

/** A request of IndexedDB that succeeds. */
function asked(result: unknown) {
  const request: { result: unknown; onsuccess?: () => void } = { result };
  queueMicrotask(() => request.onsuccess?.());
  return request;
}

type Options = Readonly<{ ifAvailable?: true; signal?: AbortSignal }>;
type Work = (lock: object | null) => unknown;

const held = new Map<string, Promise<unknown>>();

/** As `navigator.locks.request`, for locks that one page holds at a time. */
async function request(name: string, ...rest: readonly [Work] | readonly [Options, Work]): Promise<unknown> {
  const [options, work] = rest.length === 1 ? [{}, rest[0]] : rest;
  if (options.ifAvailable && held.has(name)) return work(null);
  while (held.has(name)) {
    await Promise.race([held.get(name), aborted(options.signal)]);
  }
  const working = Promise.resolve(work({}));
  held.set(name, working);
  await working.finally(() => held.delete(name));
  return working;
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
}
