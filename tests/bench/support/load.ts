import { Agent, request } from "node:http";

/** One request of a client; what it resolves to is the status. */
export type Call = Readonly<{ url: string; method?: "GET" | "POST"; headers?: Record<string, string>; body?: string }>;

/**
 * Sends requests from a number of clients at once, each one after the other over its own kept-alive connection.
 * @param next gives a client's i-th request
 * @returns latencies in milliseconds, in no order
 * @throws Error on any status but the expected one
 */
export async function load({
  clients,
  each,
  next,
  expected = 200,
}: Readonly<{ clients: number; each: number; next: (client: number, i: number) => Call; expected?: number }>): Promise<
  number[]
> {
  const latencies: number[] = [];
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (let i = 0; i < each; i++) {
        const call = next(client, i);
        const began = performance.now();
        const { status, text } = await send(call, agent);
        latencies.push(performance.now() - began);
        if (status !== expected)
          throw new Error(`${call.method ?? "GET"} ${call.url} answered ${status}: ${text.slice(0, 300)}`);
      }
      agent.destroy();
    }),
  );
  return latencies;
}

function send(call: Call, agent: Agent): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      call.url,
      {
        method: call.method ?? "GET",
        agent,
        headers: { ...call.headers, ...(call.body ? { "content-length": Buffer.byteLength(call.body) } : {}) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") }),
        );
        response.on("error", reject);
      },
    );
    sent.on("error", reject);
    sent.end(call.body);
  });
}

/** The value below which a share of the numbers lies; 0.5 is the median. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/**
 * Measures two things in turn, block by block, so that a machine that slows down slows both.
 * @returns all latencies of each
 */
export async function inTurn(
  blocks: number,
  a: () => Promise<number[]>,
  b: () => Promise<number[]>,
): Promise<[number[], number[]]> {
  const all: [number[], number[]] = [[], []];
  for (let block = 0; block < blocks; block++) {
    all[0].push(...(await a()));
    all[1].push(...(await b()));
  }
  return all;
}
