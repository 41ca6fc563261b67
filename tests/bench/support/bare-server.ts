// The limit of a request: node:http and pg, one plain upsert or select on the same database, nothing else.
import { createServer } from "node:http";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE, max: 16 });

const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => {
    body += chunk.toString("utf8");
  });
  request.on("end", async () => {
    const { client, criterion, status } = JSON.parse(body) as { client: string; criterion: string; status: string };
    await pool.query(
      "INSERT INTO bench_upsert (client, criterion, status) VALUES ($1, $2, $3) ON CONFLICT (client, criterion) DO UPDATE SET status = EXCLUDED.status, at = now()",
      [client, criterion, status],
    );
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end('{"ok":true}');
  });
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.send?.(address.port);
});
