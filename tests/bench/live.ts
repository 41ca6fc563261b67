import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readQuestionnaire } from "../../lib/core/content/read";
import { loadFiles } from "../../lib/server/content/load-questionnaires";
import { withClient } from "../../lib/server/platform/database/prepare";
import { openLive } from "../support/live-client";
import { sessionCookie } from "../support/signed-in";
import { startBenchApp } from "./support/bench-app";
import { quantile } from "./support/load";
import { type Figure, printFigures } from "./support/report";

const CLIENTS = 200;
const ANSWERS = 10;
/** Goal of the issue: an answer reaches all within a second at the 95th percentile. */
const LIMIT_MS = 1_000;

/**
 * 200 live clients on one instance: from sending an answer until a client has read it, for every client and every answer;
 * and what a stream costs the server in memory. The clients share this process and its cores with nobody but the server.
 */
export async function benchLive(): Promise<boolean> {
  const bench = await startBenchApp(1);
  const [member] = bench.members;
  if (!member) throw new Error("nobody");
  const { app } = bench;
  const secret = readFileSync(join(app.dataDir, "secret"), "utf8").trim();
  const api = `${app.origin}/api/organizations/${member.actor.organizationSlug}/assessments/${member.assessment}`;
  const headers = { cookie: member.cookie, origin: app.origin, "content-type": "application/json" };
  try {
    const read = readQuestionnaire(loadFiles("zero-trust").files);
    if (!read.ok) throw new Error("content is broken");
    const criteria = read.questionnaire.pillars.flatMap(({ topics }) => topics.flatMap((topic) => topic.criteria));
    // One stream first, so that what every stream shares is there before it is measured.
    const first = await openLive(`${api}/live`, member.cookie);
    await first.until(({ kind }) => kind === "hello");
    await wait(2_000);
    const before = residentKb(app.process.pid);
    const clients = [];
    for (let i = 0; i < CLIENTS; i++) {
      const cookie = await joinOrganization(bench.ownerUrl, member.actor.organizationId, secret);
      const client = { cookie, ...(await openLive(`${api}/live`, cookie)) };
      if (client.status !== 200) throw new Error(`a stream answered ${client.status}`);
      clients.push(client);
    }
    await Promise.all(clients.map((client) => client.until(({ kind }) => kind === "hello", 60_000)));
    await wait(5_000);
    const each = (residentKb(app.process.pid) - before) / CLIENTS;

    const told: number[] = [];
    const seen: number[] = [];
    for (let i = 0; i < ANSWERS; i++) {
      const criterion = criteria[i]?.id ?? "";
      const began = performance.now();
      const arrives = clients.map(async (client) => {
        const event = await client.until((one) => JSON.stringify(one).includes(criterion), 30_000);
        told.push(performance.now() - began);
        // As a page does: what came with the event needs no reading.
        const here = event.kind === "notices" && event.told?.answers.some((answer) => answer.criterion === criterion);
        if (!here) await readOnce(`${api}/answers?criteria=${criterion}`, client.cookie);
        seen.push(performance.now() - began);
      });
      const changes = [{ criterion, base: 0, status: "met" }];
      await fetch(`${api}/answers`, { method: "POST", headers, body: JSON.stringify({ changes }) });
      await Promise.all(arrives);
    }
    for (const client of [first, ...clients]) client.leave();
    const figures: Figure[] = [
      { what: `an answer told to ${CLIENTS} clients, median`, value: quantile(told, 0.5), unit: "ms" },
      { what: "  95th percentile", value: quantile(told, 0.95), unit: "ms" },
      { what: `an answer read by ${CLIENTS} clients, median`, value: quantile(seen, 0.5), unit: "ms" },
      { what: "  95th percentile", value: quantile(seen, 0.95), unit: "ms", limit: LIMIT_MS },
      { what: "memory of the server per live client", value: each, unit: "KB" },
    ];
    return printFigures(`${CLIENTS} live clients on one instance`, figures);
  } finally {
    await bench.stop();
  }
}

/** Once more where a connection that was kept open had been closed meanwhile. */
async function readOnce(address: string, cookie: string): Promise<void> {
  const read = async () => (await fetch(address, { headers: { cookie } })).json();
  await read().catch(read);
}

/** Another member, signed in: every client is a person. */
async function joinOrganization(ownerUrl: string, organization: string, secret: string): Promise<string> {
  const user = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      "INSERT INTO users (email, name, password_hash) VALUES (gen_random_uuid() || '@example.org', 'bench', 'x') RETURNING id",
    );
    const id = rows[0]?.id ?? "";
    await client.query("INSERT INTO memberships (organization_id, user_id, role) VALUES ($1, $2, 'consultant')", [
      organization,
      id,
    ]);
    return id;
  });
  return sessionCookie(user, secret);
}

/** Memory that a process holds, in KB; Linux tells it. */
function residentKb(pid: number | undefined): number {
  const found = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(found?.[1] ?? Number.NaN);
}
