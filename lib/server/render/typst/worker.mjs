// Compiles reports away from the server's event loop. Plain JavaScript, as a worker's file is loaded as it lies here,
// by the command line and by the server's bundle alike.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

/** Rounds without use after which a memoised piece of layout is dropped. */
const KEEP = 4;
const { workspace, fonts } = workerData;
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(path)) }] });

parentPort.on("message", ({ id, report, images, seconds }) => {
  try {
    for (const [name, bytes] of Object.entries(images)) compiler.mapShadow(join(workspace, name), Buffer.from(bytes));
    const pdf = compile(report, seconds);
    const bytes = Uint8Array.from(pdf);
    parentPort.postMessage({ id, bytes }, [bytes.buffer]);
  } catch (error) {
    parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  } finally {
    for (const name of Object.keys(images)) compiler.unmapShadow(join(workspace, name));
    compiler.evictCache(KEEP);
  }
});

function compile(report, seconds) {
  const compiled = compiler.compile({ mainFilePath: join(workspace, "report.typ"), inputs: { report } });
  if (compiled.hasError()) {
    const error = compiled.takeError();
    throw new Error(error.shortDiagnostics.map(({ message }) => message).join("; "));
  }
  return compiler.pdf(compiled.result, { pdfStandard: "ua-1", creationTimestamp: seconds });
}
