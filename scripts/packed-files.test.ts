import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packFiles, servePacked } from "./packed-files";

const SCRIPT = "export const answers = ['met', 'partly', 'not met'];\n".repeat(50);
const build = mkdtempSync(join(tmpdir(), "plumbline-packed-"));
const server = createServer((request, response) => listener(request, response));
let listener = servePacked(build, () => {});

beforeAll(async () => {
  mkdirSync(join(build, "static", "chunks"), { recursive: true });
  writeFileSync(join(build, "static", "chunks", "one.js"), SCRIPT);
  writeFileSync(join(build, "static", "chunks", "two.woff2"), "packed already");
  writeFileSync(join(build, "secret.js"), "const secret = 1");
  await packFiles(build);
  listener = servePacked(build, (_, response) => response.end("by the application"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
  rmSync(build, { recursive: true });
});

function ask(path: string, encodings: string, method = "GET") {
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  return new Promise<Readonly<{ headers: IncomingHttpHeaders; bytes: Buffer }>>((resolve, reject) => {
    const asked = { host: "127.0.0.1", port, path, method, headers: { "accept-encoding": encodings } };
    get(asked, async (response) => {
      const pieces: Buffer[] = [];
      for await (const piece of response) pieces.push(piece);
      resolve({ headers: response.headers, bytes: Buffer.concat(pieces) });
    }).on("error", reject);
  });
}

describe("packed files", () => {
  it("are answered as they are to who takes them, smaller than they were, and for ever", async () => {
    const { headers, bytes } = await ask("/_next/static/chunks/one.js?v=1", "gzip, deflate, br");
    expect(headers).toMatchObject({
      "content-type": "application/javascript; charset=UTF-8",
      "content-encoding": "br",
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
    });
    expect(bytes.length).toBeLessThan(SCRIPT.length / 10);
    expect(brotliDecompressSync(bytes).toString()).toBe(SCRIPT);
  });

  it.each([
    ["a browser that doesn't take them", "/_next/static/chunks/one.js", "gzip"],
    ["what isn't packed", "/_next/static/chunks/two.woff2", "br"],
    ["what isn't there", "/_next/static/chunks/three.js", "br"],
    ["a packed file's own name", "/_next/static/chunks/one.js.br", "br"],
    ["what lies outside of them", "/_next/static/../secret.js", "br"],
    ["a page", "/", "br"],
  ])("leave %s to the application", async (_, path, encodings) => {
    expect((await ask(path, encodings)).bytes.toString()).toBe("by the application");
  });

  it("leave every other method to the application", async () => {
    const { bytes } = await ask("/_next/static/chunks/one.js", "br", "POST");
    expect(bytes.toString()).toBe("by the application");
  });
});
