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
export async function send<T>(
  path: string,
  body?: unknown,
  method: "POST" | "PUT" | "PATCH" | "DELETE" | "GET" = "POST",
): Promise<Sent<T>> {
  try {
    const response = await fetch(path, {
      method,
      ...(body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
    });
    if (response.status === 204) return { ok: true, data: undefined as T };
    const content: unknown = await response.json();
    if (response.ok) return { ok: true, data: content as T };
    return {
      ok: false,
      problem: { fields: [], ...(content as object), status: response.status } as unknown as SentProblem,
    };
  } catch {
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
