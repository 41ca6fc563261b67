import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createHttps } from "node:https";
import next from "next";
import { formatMoment } from "../lib/core/words/format";
import { openSetupLink } from "../lib/server/access/setup-link";
import { storeQuestionnaires } from "../lib/server/content/store-questionnaires";
import { keepNotices } from "../lib/server/notices/jobs/keep-notices";
import { type Config, originOf, readConfig } from "../lib/server/platform/config";
import { type Database, prepareDatabase } from "../lib/server/platform/database/prepare";
import { keepTidy } from "../lib/server/platform/jobs/keep-tidy";
import { derive, installationSecret } from "../lib/server/platform/secrets";
import { securityHeaders } from "../lib/server/platform/security-headers";
import { StartupError } from "../lib/server/platform/startup-error";
import { keepRollups } from "../lib/server/portfolio/refresh-rollups";
import { buildApp, buildFolder } from "./build-app";
import { endOnSignal } from "./end-on-signal";
import { servePacked } from "./packed-files";

const tell = (step: string) => console.log(`  ${step}`);

/**
 * Starts everything in this one process: database, migrations, content, application. Ends all of it at a signal.
 * @throws StartupError with the way out
 */
export async function serve({ mode }: { mode: "production" | "development" }): Promise<void> {
  const began = performance.now();
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(process.env);
  const server = await listen(config);
  const secret = installationSecret(config.DATA_DIR, config.PLUMBLINE_SECRET);
  if (mode === "production") await buildApp(tell);

  const jobs: (() => void)[] = [];
  let stopDatabase = async () => {};
  const isEnding = endOnSignal(async () => {
    await closeServer(server);
    for (const end of jobs) end();
    await stopDatabase();
  });
  try {
    const database = await prepareDatabase(config, secret, tell, (stop) => {
      stopDatabase = stop;
    });
    await serveFrom(database, { config, secret, server, mode, began, jobs });
  } catch (error) {
    if (isEnding()) return;
    await stopDatabase();
    throw error;
  }
}

type Start = Readonly<{
  config: Config;
  secret: string;
  server: Server;
  mode: "production" | "development";
  /** When the start began, of `performance.now()`. */
  began: number;
  /** What goes on beside requests is put here, by the call that ends it. */
  jobs: (() => void)[];
}>;

/** Content and application, once there is a database. */
async function serveFrom(database: Database, { config, secret, server, mode, began, jobs }: Start): Promise<void> {
  const stored = await storeQuestionnaires(database.ownerUrl);
  if (stored.length > 0) tell(`stored ${stored.join(", ")}`);
  const origin = originOf(config);
  Object.assign(process.env, {
    APP_DATABASE_URL: database.appUrl,
    DATABASE_POOL: String(config.DATABASE_POOL),
    NEXTAUTH_SECRET: derive(secret, "session"),
    NEXTAUTH_URL: origin,
  });

  const developer = mode === "development" ? await developerAccount(database.ownerUrl, secret) : undefined;
  const app = next({ dev: mode === "development", hostname: config.HOST, port: config.PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  answer(server, mode === "production" ? servePacked(buildFolder(), handle) : handle, config);
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = config;
  jobs.push(keepRollups(), keepTidy(), keepNotices(smtpUrl && from ? { smtpUrl, from, origin } : null));
  const link = await openSetupLink(database.ownerUrl, secret);
  console.log(`\n✓ Ready after ${((performance.now() - began) / 1000).toFixed(1)} s: ${origin}`);
  if (developer)
    console.log(
      `  Sign in as ${developer.email} with the password ${developer.password} (told this once); the sample is at ${origin}/${developer.slug}`,
    );
  if (link)
    console.log(
      `  First start: open ${origin}/setup/${link.token} to make the owner's account. The link works once, until ${formatMoment(link.until, Intl.DateTimeFormat().resolvedOptions().timeZone)}.`,
    );
}

/** Who develops starts with an account and the sample. Loaded here alone, so that production starts without it. */
async function developerAccount(ownerUrl: string, secret: string) {
  const { ensureDevelopmentSample } = await import("../lib/server/organizations/ensure-development-sample");
  return ensureDevelopmentSample(ownerUrl, secret);
}

/**
 * Takes the port before any work is done. Until there is an application, whoever asks is told that it starts.
 * @throws StartupError when the port is taken or the certificate can't be used
 */
async function listen(config: Config): Promise<Server> {
  const { HOST, PORT } = config;
  const server = makeServer(config).on("request", starting).listen(PORT, HOST);
  try {
    await once(server, "listening");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === "EADDRINUSE"
        ? `Port ${PORT} on ${HOST} is in use by another program.`
        : `Port ${PORT} on ${HOST} can't be opened: ${message}`;
    throw new StartupError(reason, `Choose another one: PORT=${PORT + 1} npm start`);
  }
  return server;
}

function makeServer({ TLS_CERT, TLS_KEY }: Config): Server {
  if (!TLS_CERT || !TLS_KEY) return createHttp();
  try {
    return createHttps({ cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) });
  } catch (error) {
    throw new StartupError(
      `The certificate in TLS_CERT=${TLS_CERT} with the key in TLS_KEY=${TLS_KEY} can't be used: ${(error as Error).message}`,
      "Name two files in PEM form that belong together and that Plumbline may read.",
    );
  }
}

function starting(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { "retry-after": "5", "content-type": "text/plain" }).end("Plumbline is starting.\n");
}

/** From here on the application answers. */
function answer(server: Server, handle: RequestListener, { PUBLIC_URL }: Config): void {
  server.off("request", starting).on("request", (request: IncomingMessage, response: ServerResponse) => {
    // Set here from the socket itself, so that a caller can't claim another address.
    request.headers["x-plumbline-peer"] = request.socket.remoteAddress ?? "unknown";
    for (const [name, value] of Object.entries(securityHeaders(request.url ?? "/", PUBLIC_URL)))
      response.setHeader(name, value);
    handle(request, response);
  });
}

async function closeServer(server: Server): Promise<void> {
  server.close();
  server.closeIdleConnections();
  // Requests under way may finish; streams and idle connections don't hold the end up.
  await new Promise((resolve) => setTimeout(resolve, 300));
  server.closeAllConnections();
}
