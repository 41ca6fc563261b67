import type { Sent, SentProblem } from "./send";

type Tools = Readonly<{
  signal?: AbortSignal;
  /** @param share of the form that is sent, 0 to 1 */
  onProgress?: (share: number) => void;
}>;

/**
 * Sends a form with a file, telling how far it is, which `fetch` doesn't. Never throws; an abort is a problem of kind "aborted".
 */
export function sendForm<T>(path: string, form: FormData, { signal, onProgress }: Tools = {}): Promise<Sent<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = (kind: string, title: string) =>
      resolve({ ok: false, problem: { status: 0, kind, title, fields: [] } });
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(read<T>(request));
    request.onerror = () => fail("offline", "There is no connection to the server. The file is still here; try again.");
    request.onabort = () => fail("aborted", "Cancelled. Nothing was kept.");
    signal?.addEventListener("abort", () => request.abort());
    request.open("POST", path);
    request.send(form);
  });
}

function read<T>({ status, responseText }: XMLHttpRequest): Sent<T> {
  const content = parse(responseText);
  if (status >= 200 && status < 300 && content !== undefined) return { ok: true, data: content as T };
  const title = "The server answered with something that can’t be read. Try again.";
  const problem = { title, kind: "internal", fields: [], ...(content ?? {}), status };
  return { ok: false, problem: problem as SentProblem };
}

function parse(text: string): object | undefined {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === "object" && content !== null ? content : undefined;
  } catch {
    return undefined;
  }
}
