import pg from "pg";
import { log } from "../log";

const RETRY_MS = [200, 500, 1_000, 2_000, 5_000];
/** A connection that died without a word is noticed within two of these. */
const PROBE_MS = 15_000;

type Heard = Readonly<{
  /** Payload of one notification. */
  notice: (payload: string) => void;
  /** From now on everything is heard; whatever was sent before may have been missed. */
  began: () => void;
}>;

/**
 * Listens to a channel over a direct connection of its own, for as long as the process lives, and connects again by itself.
 * A pooler that hands connections out per transaction drops notifications: behind one, LIVE_DATABASE_URL names the way around it.
 */
export function listen(channel: string, heard: Heard): void {
  let attempts = 0;
  const connect = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: process.env.LIVE_DATABASE_URL || process.env.APP_DATABASE_URL,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: "plumbline live",
    });
    let over = false;
    let probe: NodeJS.Timeout | undefined;
    const again = () => {
      if (over) return;
      over = true;
      clearInterval(probe);
      client.end().catch(() => {}); // it is broken already
      const wait = RETRY_MS[Math.min(attempts++, RETRY_MS.length - 1)];
      log.warn({ attempts }, "live notices: the connection is lost, connecting again");
      setTimeout(connect, wait).unref();
    };
    client.on("error", again);
    client.on("end", again);
    client.on("notification", ({ payload }) => heard.notice(payload ?? ""));
    try {
      await client.connect();
      await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      attempts = 0;
      probe = setInterval(() => {
        const late = setTimeout(again, PROBE_MS).unref();
        client.query("SELECT 1").then(() => clearTimeout(late), again);
      }, PROBE_MS).unref();
      heard.began();
    } catch {
      again();
    }
  };
  void connect();
}
