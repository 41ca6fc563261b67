import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { freePort, spawnApp } from "../support/app-server";

describe("a start that can't succeed says why before it does any work", () => {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-failed-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.concurrent("when the certificate is none", async () => {
    const file = join(folder, "certificate.pem");
    writeFileSync(file, "not a certificate");
    const data = join(folder, "certificate");
    const { code, said } = await start(data, await freePort(), { TLS_CERT: file, TLS_KEY: file });
    expect(said).toContain(`The certificate in TLS_CERT=${file} with the key in TLS_KEY=${file} can't be used`);
    expect([code, existsSync(join(data, "postgres"))]).toEqual([1, false]);
  });

  it.concurrent("when another program has the port", async () => {
    const port = await freePort();
    const other = createServer().listen(port, "127.0.0.1");
    const data = join(folder, "port");
    const { code, said } = await start(data, port, {});
    other.close();
    expect(said).toContain(`Port ${port} on 127.0.0.1 is in use by another program.`);
    expect(said).toContain(`PORT=${port + 1} npm start`);
    expect([code, existsSync(join(data, "postgres"))]).toEqual([1, false]);
  });
});

async function start(dataDir: string, port: number, environment: Record<string, string>) {
  const child = spawnApp({ dataDir, port, environment });
  let said = "";
  for (const output of [child.stdout, child.stderr])
    output.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, said };
}
