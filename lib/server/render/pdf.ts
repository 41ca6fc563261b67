import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ReportDocument } from "../../core/reports/document";
import { type Coverage, fontCoverage, fontPaths } from "./fonts";
import { safeLine, safeStrings } from "./safe-text";

/** A report that takes longer than this is given up. */
const TIME_LIMIT_MS = 60_000;
/** A worker holds fonts and memoised layout, some 150 MB, and is let go when nobody prints. */
const IDLE_MS = 60_000;

type Job = Readonly<{ resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }>;
type Printer = { readonly worker: Worker; readonly jobs: Map<number, Job>; idle?: NodeJS.Timeout };

let printer: Printer | undefined;
let lastId = 0;

/**
 * Draws a report as a tagged PDF (PDF/UA-1) on A4. Every string is shown as it is written; what can't be set is replaced.
 * Runs in a worker thread; reports queue there.
 *
 * @param logo PNG of the organization for the cover; needed when the document names one
 * @throws Error when the picture can't be read, or after a minute
 */
export async function renderPdf(
  document: ReportDocument,
  { logo }: Readonly<{ logo?: Uint8Array }> = {},
): Promise<Uint8Array> {
  const { logo: name, ...cover } = document.cover;
  const images = logo === undefined ? {} : { "logo.png": logo };
  const source = { ...document, cover: { ...cover, ...(name !== undefined && logo ? { logo: "logo.png" } : {}) } };
  const seconds = Math.floor(Date.parse(document.generatedAt) / 1000);
  const draw = (fonts: Coverage) => {
    const shown = { ...safeStrings(source, fonts), title: safeLine(document.title, fonts) };
    return print({ report: JSON.stringify(shown), images, seconds });
  };
  try {
    return await draw(fontCoverage());
  } catch (error) {
    // Rare marks take another font than what they stand on, which no look at single letters foresees.
    if (error instanceof Error && error.message.includes("could not be displayed"))
      return draw(fontCoverage().slice(0, 1));
    throw error;
  }
}

function print(message: Readonly<{ report: string; images: object; seconds: number }>): Promise<Uint8Array> {
  printer ??= start();
  const { worker, jobs, idle } = printer;
  clearTimeout(idle);
  worker.ref();
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => stop(new Error("The report took longer than a minute to draw.")), TIME_LIMIT_MS);
    jobs.set(id, { resolve, reject, timer });
    worker.postMessage({ id, ...message });
  });
}

function start(): Printer {
  const workspace = join(process.cwd(), "lib", "server", "render", "typst");
  const worker = new Worker(join(workspace, "worker.mjs"), {
    workerData: { workspace, fonts: fontPaths() },
    execArgv: [],
  });
  const started: Printer = { worker, jobs: new Map() };
  worker.on("message", ({ id, bytes, error }: Readonly<{ id: number; bytes?: Uint8Array; error?: string }>) => {
    const job = started.jobs.get(id);
    if (!job) return;
    clearTimeout(job.timer);
    started.jobs.delete(id);
    if (bytes) job.resolve(bytes);
    else job.reject(new Error(`The report can't be drawn: ${error ?? "unknown reason"}`));
    if (started.jobs.size > 0) return;
    worker.unref();
    started.idle = setTimeout(() => stop(), IDLE_MS).unref();
  });
  worker.on("error", (error) => stop(error));
  return started;
}

function stop(error = new Error("The printer was stopped.")): void {
  if (!printer) return;
  const { worker, jobs } = printer;
  printer = undefined;
  for (const { reject, timer } of jobs.values()) {
    clearTimeout(timer);
    reject(error);
  }
  void worker.terminate();
}
