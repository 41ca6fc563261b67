import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export const S3_KEYS = { id: "test-key", secret: "test-secret", region: "eu-test-1" } as const;

export type S3Server = Readonly<{
  endpoint: string;
  /** By path. */
  objects: Map<string, Buffer>;
  /** From then on each request fails, until false. */
  fail: (failing: boolean) => void;
  stop: () => Promise<void>;
}>;

/** As much of an S3-compatible store as files need. It computes each request's signature itself and refuses a wrong one. */
export async function startS3(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  let failing = false;
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const path = request.url ?? "";
    if (failing) return response.writeHead(500).end();
    if (!isSigned(request, body)) return response.writeHead(403).end("SignatureDoesNotMatch");
    if (request.method === "PUT") {
      objects.set(path, body);
      return response.writeHead(200).end();
    }
    if (request.method === "DELETE") {
      objects.delete(path);
      return response.writeHead(204).end();
    }
    const found = objects.get(path);
    return found ? response.writeHead(200).end(found) : response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    fail: (value) => {
      failing = value;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;

/** AWS Signature Version 4, "Authenticating Requests: Using the Authorization Header", from the server's side. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const [, id, day = "", region = "", signed = "", signature] =
    AUTHORIZATION.exec(request.headers.authorization ?? "") ?? [];
  if (id !== S3_KEYS.id || region !== S3_KEYS.region) return false;
  const given = String(request.headers["x-amz-content-sha256"]);
  if (given !== "UNSIGNED-PAYLOAD" && given !== sha256(body)) return false;
  const names = signed.split(";");
  const canonical = [
    request.method,
    request.url,
    "",
    ...names.map((name) => `${name}:${request.headers[name]}`),
    "",
    signed,
    given,
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(
    (secret, part) => createHmac("sha256", secret).update(part).digest(),
    `AWS4${S3_KEYS.secret}`,
  );
  return createHmac("sha256", key).update(text).digest("hex") === signature;
}

function sha256(value: string | Buffer): string {
  return createHash("sha256").update(value).digest("hex");
}
