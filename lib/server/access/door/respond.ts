import { randomUUID } from "node:crypto";
import { DatabaseError } from "pg";
import { Prisma } from "../../platform/database/generated/client";
import { log } from "../../platform/log";
import { Problem } from "../../platform/problem";

const MAX_BODY_BYTES = 1_000_000;

/** What a handler may answer with: data becomes JSON, a Response goes out as it is (downloads). */
export type Answered = Response | Readonly<Record<string, unknown>> | readonly unknown[] | null;

/** Runs a handler and turns its result, or what it threw, into a response. Every response of the API passes here. */
export async function respond(request: Request, run: () => Promise<Answered>): Promise<Response> {
  const id = request.headers.get("x-request-id") ?? randomUUID();
  const started = performance.now();
  const response = await run().then(success, (error: unknown) => failure(error, id));
  // Only a handler that names content by its hash says otherwise.
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
  response.headers.set("X-Request-Id", id);
  log.debug(
    { id, method: request.method, status: response.status, ms: Math.round(performance.now() - started) },
    "request",
  );
  return response;
}

function success(answer: Answered): Response {
  if (answer instanceof Response) return answer;
  return answer === null ? new Response(null, { status: 204 }) : Response.json(answer);
}

function failure(error: unknown, id: string): Response {
  const problem = error instanceof Problem ? error : expected(error);
  if (problem) {
    return problemDocument(
      problem.status,
      problem.message,
      { kind: problem.kind, fields: problem.fields, ...problem.details },
      id,
    );
  }
  log.error(
    { id, err: error instanceof Error ? { name: error.name, stack: error.stack } : { name: typeof error } },
    "request failed",
  );
  return problemDocument(
    500,
    `Something failed on our side. Nothing was changed. Try again, and quote ${id} if it stays.`,
    { kind: "internal" },
    id,
  );
}

/** Failures of the database that have a plain meaning for the caller. */
function expected(error: unknown): Problem | undefined {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === "P2002") return new Problem("conflict", "There is one of that name already.");
    if (error.code === "P2025") return new Problem("not-found", "What you asked for is not there any more.");
    // No free connection, or no time left.
    if (["P2024", "P2028", "P2034"].includes(error.code)) return busy();
  }
  return endedForAnother(error) ? busy() : undefined;
}

function busy(): Problem {
  return new Problem("unavailable", "The database is busy. Nothing was changed; try again.");
}

/** Two transactions waited for each other and PostgreSQL ended one: 40P01 deadlock, 40001 serialization failure. */
function endedForAnother(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.code === "40P01" || error.code === "40001";
  // Prisma has the code of a raw statement in its text alone.
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    error.code === "P2010" &&
    /\b(40P01|40001)\b/.test(error.message)
  );
}

function problemDocument(status: number, title: string, rest: Record<string, unknown>, id: string): Response {
  return new Response(JSON.stringify({ type: "about:blank", title, status, ...rest, id }), {
    status,
    headers: { "Content-Type": "application/problem+json" },
  });
}

/**
 * Refuses a state change that another site's page sent: browsers name the page's origin.
 * @throws Problem forbidden
 */
export function checkOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const host = request.headers.get("host");
  const allowed = origin ? sameHost(origin, host) : site === null || site === "same-origin" || site === "none";
  if (!allowed) throw new Problem("forbidden", "This request came from another site and was refused.");
}

function sameHost(origin: string, host: string | null): boolean {
  const publicUrl = process.env.PUBLIC_URL;
  if (publicUrl) return origin === new URL(publicUrl).origin;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

/**
 * Reads a JSON body of bounded size.
 * @throws Problem invalid when it is too large, no JSON, or holds characters that no text has
 */
export async function readJson(request: Request, maxBytes = MAX_BODY_BYTES): Promise<unknown> {
  return parseJson(await readBytes(request, maxBytes));
}

/** JSON as it was sent. @throws Problem invalid when it is none, or holds characters that no text has */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.byteLength === 0) return {};
  let value: unknown;
  let written: string;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    value = JSON.parse(text);
    // Only an escape can bring one in; raw bytes were checked by the decoder.
    written = text.includes("\\u") ? JSON.stringify(value) : "";
  } catch {
    throw new Problem("invalid", "The request's body is not JSON.");
  }
  if (NO_TEXT.test(written)) {
    throw new Problem("invalid", "What was sent holds a character that is no text. Remove it and try again.");
  }
  return value;
}

/** In JSON as JavaScript writes it: a NUL or half of a surrogate pair, neither of which the database can hold. */
const NO_TEXT = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** Reads a body of bounded size. @throws Problem invalid when it is larger */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const most = maxBytes < 1e6 ? `${(maxBytes / 1e3).toFixed(0)} kB` : `${(maxBytes / 1e6).toFixed(0)} MB`;
  const tooLarge = () => new Problem("invalid", `What was sent is larger than ${most}.`);
  const told = request.headers.get("content-length");
  if (Number(told ?? 0) > maxBytes) throw tooLarge();
  // Node.js reads no further than the length told: no need to count along.
  if (told !== null) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
