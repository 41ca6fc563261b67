import { resolve } from "node:path";
import { z } from "zod";
import { StartupError } from "./startup-error";

const flag = z
  .enum(["true", "false", "1", "0", ""])
  .default("")
  .transform((value) => value === "true" || value === "1");
const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "a postgresql:// address")
  .optional();

/** Every setting, by environment only. `.env.example` says what each does; a test holds the two together. */
const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  /** The address people type; needed wherever it isn't the server's own on loopback. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** The server stands behind a proxy that ends TLS and appends to X-Forwarded-For, or behind so many of them. */
  TRUST_PROXY: z
    .string()
    .regex(/^(true|false|\d)?$/, "true, or how many proxies there are")
    .default("")
    .transform((value) => value === "true" || Number(value) > 0),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  /** The owner's connection: migrations run with it. Without one, an embedded PostgreSQL is used. */
  DATABASE_URL: postgresUrl,
  /** The app's own connection, if its role was made by hand. */
  APP_DATABASE_URL: postgresUrl,
  /** A direct way to the database for live notices, where the app's own goes through a pooler. */
  LIVE_DATABASE_URL: postgresUrl,
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  DATA_DIR: z.string().min(1).default(".data"),
  /** 32 bytes or more; made at first start when absent. */
  PLUMBLINE_SECRET: z.string().min(32, "at least 32 characters").optional(),
  SESSION_HOURS: z.coerce.number().min(0.1).max(720).default(12),
  SESSION_IDLE_MINUTES: z.coerce.number().min(1).max(43200).default(60),
  /** An S3-compatible store for files of evidence; all of these, or none: then they lie in the database. */
  EVIDENCE_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  EVIDENCE_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "a bucket's name")
    .optional(),
  EVIDENCE_S3_REGION: z.string().min(1).default("us-east-1"),
  EVIDENCE_S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  EVIDENCE_S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** How much the files of one organization may take, in MB. */
  EVIDENCE_QUOTA_MB: z.coerce.number().int().min(1).max(10_000_000).default(2_000),
  /** smtp://user:password@host:port or smtps://…; without it no mail is sent. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "an smtp:// or smtps:// address")
    .optional(),
  /** Whom mail comes from; needed with SMTP_URL. */
  MAIL_FROM: z.string().min(3).max(320).optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  /** Answers the blank page that benchmarks compare with. */
  PLUMBLINE_BENCH: flag,
});

export type Config = Readonly<z.output<typeof schema>>;

/**
 * Reads the configuration from the environment.
 * @throws StartupError that names every setting that is wrong, what was expected, never its value
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new StartupError(
      `The configuration is not usable.\n  ${lines.join("\n  ")}`,
      "See .env.example for what each setting means.",
    );
  }
  if (parsed.data.SMTP_URL && !parsed.data.MAIL_FROM) {
    throw new StartupError(
      "SMTP_URL is set without MAIL_FROM.",
      "Name whom mail comes from: MAIL_FROM=plumbline@example.org",
    );
  }
  const config = { ...parsed.data, DATA_DIR: resolve(parsed.data.DATA_DIR) };
  checkAddress(config);
  checkStore(config);
  return config;
}

/** What is reached over the network is encrypted, and knows the address that it is reached by: links, cookies and origins depend on it. */
function checkAddress(config: Config): void {
  const { HOST, PUBLIC_URL, TRUST_PROXY } = config;
  const network = !isLoopback(HOST);
  if (network && !TRUST_PROXY && !servesTls(config)) {
    throw new StartupError(
      `HOST=${HOST} would serve passwords and answers unencrypted to the network.`,
      "Set TLS_CERT and TLS_KEY to certificate files, or TRUST_PROXY=true when a proxy ends TLS, each with PUBLIC_URL=https://…, or leave HOST at 127.0.0.1.",
    );
  }
  if ((network || TRUST_PROXY) && !PUBLIC_URL) {
    throw new StartupError(
      `${network ? `HOST=${HOST}` : "TRUST_PROXY"} is set without PUBLIC_URL: links and cookies would be made for an address that nobody uses.`,
      "Name the address that people type: PUBLIC_URL=https://plumbline.example.org",
    );
  }
  if ((network || TRUST_PROXY || servesTls(config)) && PUBLIC_URL && !PUBLIC_URL.startsWith("https://")) {
    throw new StartupError(
      "PUBLIC_URL doesn't begin with https://, but people reach this server by it.",
      "Write it as people type it: PUBLIC_URL=https://plumbline.example.org",
    );
  }
}

/** Whether the server itself speaks https. */
function servesTls({ TLS_CERT, TLS_KEY }: Config): boolean {
  return Boolean(TLS_CERT && TLS_KEY);
}

/** The address that links carry and cookies are made for: the one people type, or else the server's own. */
export function originOf(config: Config): string {
  const { HOST, PORT, PUBLIC_URL } = config;
  return PUBLIC_URL ?? `${servesTls(config) ? "https" : "http"}://${HOST.includes(":") ? `[${HOST}]` : HOST}:${PORT}`;
}

function checkStore(config: Config): void {
  const needed = [
    "EVIDENCE_S3_ENDPOINT",
    "EVIDENCE_S3_BUCKET",
    "EVIDENCE_S3_ACCESS_KEY_ID",
    "EVIDENCE_S3_SECRET_ACCESS_KEY",
  ] as const;
  const missing = needed.filter((name) => config[name] === undefined);
  if (missing.length === 0 || missing.length === needed.length) return;
  throw new StartupError(
    `The store for files of evidence is only half set: ${missing.join(", ")} missing.`,
    "Set all four, or none of them to keep files in the database.",
  );
}

/** Names of all settings, for the test that compares them with `.env.example`. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape);

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\./.test(host);
}
