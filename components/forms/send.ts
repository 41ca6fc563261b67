/** What a route answered: data, or a problem document with what was wrong and where. */
export type Sent<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly problem: SentProblem };

export type SentProblem = Readonly<{
  status: number;
  title: string;
  kind: string;
  fields: readonly Readonly<{ path: string; message: string }>[];
  id?: string;
  [detail: string]: unknown;
}>;

/**
 * Sends JSON to a route of our own. Never throws: a lost connection is a problem with status 0.
 * @param method defaults to POST
 */
export function send<T>(
  path: string,
  body?: unknown,
  method: "POST" | "PUT" | "PATCH" | "DELETE" | "GET" = "POST",
): Promise<Sent<T>> {
  const json = { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  return request(path, { method, ...(body === undefined ? {} : json) });
}

/** Sends a file as it is. Never throws; an abort is a problem of kind "aborted". */
export function sendBytes<T>(
  path: string,
  file: Blob,
  { method = "POST", signal }: Readonly<{ method?: "POST" | "PUT"; signal?: AbortSignal }> = {},
): Promise<Sent<T>> {
  return request(path, { method, headers: { "Content-Type": "application/octet-stream" }, body: file, signal });
}

async function request<T>(path: string, init: RequestInit): Promise<Sent<T>> {
  try {
    const response = await fetch(path, init);
    if (response.status === 204) return { ok: true, data: undefined as T };
    const content: unknown = await response.json();
    if (response.ok) return { ok: true, data: content as T };
    return {
      ok: false,
      problem: { fields: [], ...(content as object), status: response.status } as unknown as SentProblem,
    };
  } catch {
    if (init.signal?.aborted) {
      return {
        ok: false,
        problem: { status: 0, title: "Cancelled. Nothing was changed.", kind: "aborted", fields: [] },
      };
    }
    return {
      ok: false,
      problem: {
        status: 0,
        title: "There is no connection to the server. What you typed is still here; try again.",
        kind: "offline",
        fields: [],
      },
    };
  }
}
