import { Problem } from "../../platform/problem";
import { parseJson, readBytes } from "./respond";

/** A form with one file, and its other fields as JSON. The name is as the browser sent it. */
export type Upload = Readonly<{ fields: unknown; file: Readonly<{ name: string; bytes: Uint8Array<ArrayBuffer> }> }>;

/** What fields and the form's own marks may add to the file. */
const FIELDS_BYTES = 100_000;

/**
 * Reads a form of bounded size: whole, or not at all.
 * @throws Problem invalid
 */
export async function readUpload(request: Request, maxBytes: number): Promise<Upload> {
  const body = await readBytes(request, maxBytes + FIELDS_BYTES);
  const headers = { "Content-Type": request.headers.get("content-type") ?? "" };
  const form = await new Response(body, { headers }).formData().catch(() => {
    throw new Problem("invalid", "This is no form with a file.");
  });
  const [fields, file] = [form.get("fields"), form.get("file")];
  if (typeof fields !== "string" || !(file instanceof File)) {
    throw new Problem("invalid", "Choose a file.", [{ path: "file", message: "Choose a file." }]);
  }
  return {
    fields: parseJson(new TextEncoder().encode(fields)),
    file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
  };
}
