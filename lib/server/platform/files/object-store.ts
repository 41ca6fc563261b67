import { AwsClient } from "aws4fetch";
import { readConfig } from "../config";
import { log } from "../log";
import { Problem } from "../problem";

/** Where files lie that aren't in the database. Keys are `organization/evidence`. */
export type ObjectStore = Readonly<{
  put: (key: string, bytes: Uint8Array<ArrayBuffer>, sha256: string) => Promise<void>;
  get: (key: string) => Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
  /** Also where there is nothing of that key. */
  remove: (key: string) => Promise<void>;
}>;

/** Below the 20 s that a transaction may take. */
const TIMEOUT_MS = 15_000;

/**
 * The S3-compatible store that the operator named, with signed requests (AWS Signature Version 4); null where files lie in
 * the database. It follows no redirect, so that a signed request goes nowhere else.
 */
export function objectStore(): ObjectStore | null {
  const config = readConfig(process.env);
  const { EVIDENCE_S3_ENDPOINT: endpoint, EVIDENCE_S3_BUCKET: bucket, EVIDENCE_S3_REGION: region } = config;
  const { EVIDENCE_S3_ACCESS_KEY_ID: accessKeyId, EVIDENCE_S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return null;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3" });
  const base = `${endpoint.replace(/\/+$/, "")}/${bucket}/`;

  async function ask(method: string, key: string, init: RequestInit = {}): Promise<Response> {
    try {
      const signed = await client.sign(base + key, { ...init, method });
      const answer = await fetch(signed, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (answer.ok || (method === "DELETE" && answer.status === 404)) return answer;
      await answer.body?.cancel();
      throw new Error(`status ${answer.status}`);
    } catch (error) {
      log.error({ method, reason: error instanceof Error ? error.message : "unknown" }, "the file store failed");
      throw new Problem(
        "unavailable",
        "The file store doesn’t answer as it should. Nothing was changed; try again later.",
      );
    }
  }

  return {
    put: async (key, bytes, sha256) => {
      await ask("PUT", key, { body: bytes, headers: { "X-Amz-Content-Sha256": sha256 } });
    },
    get: async (key) => (await ask("GET", key)).body ?? new ReadableStream({ start: (to) => to.close() }),
    remove: async (key) => {
      await ask("DELETE", key);
    },
  };
}
