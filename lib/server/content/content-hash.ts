import { createHash } from "node:crypto";
import { canonicalJson } from "../../core/content/canonical-json";

/** SHA-256, in hexadecimal, over the canonical form of data. */
export function contentHash(content: unknown): string {
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}
