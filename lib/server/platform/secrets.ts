import { createHash, createHmac, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILE = "secret";

/**
 * The installation's secret: given by environment, or made at the first start into a file that only its owner may read.
 * @param folder DATA_DIR
 * @param given PLUMBLINE_SECRET
 */
export function installationSecret(folder: string, given: string | undefined): string {
  if (given) return given;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, FILE);
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  chmodSync(file, 0o600);
  return readFileSync(file, "utf8").trim();
}

/** A key for one purpose, from the installation's secret. */
export function derive(secret: string, purpose: string): string {
  return createHmac("sha256", secret).update(`plumbline:${purpose}`).digest("base64url");
}

/** 256 random bits for a link or a session. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/** How tokens are stored: a random token needs no salt. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
