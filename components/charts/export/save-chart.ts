import { toCsv } from "@/lib/core/charts/csv";
import { drawSheet } from "./draw-sheet";
import { svgToPng } from "./svg-to-png";
import { tableRows } from "./table-rows";

export type ChartFormat = "png" | "svg" | "csv";

/**
 * Saves a chart of the page as a file. It carries title, sentence, and where it comes from: what `data-chart-source` around the
 * chart says, and the address.
 *
 * @param id of the chart's frame
 * @throws Error when the page has no such chart
 */
export async function saveChart(id: string, format: ChartFormat): Promise<void> {
  const frame = document.getElementById(id);
  const picture = frame?.querySelector<HTMLElement>("[data-chart-picture]");
  if (!frame || !picture) throw new Error(`no chart ${id}`);
  const title = document.getElementById(`${id}-title`)?.textContent ?? "";
  const sentence = frame.querySelector("[data-chart-sentence]")?.textContent ?? "";
  const source = [
    frame.closest<HTMLElement>("[data-chart-source]")?.dataset.chartSource ?? document.title,
    location.href,
  ];
  const name = `${title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")}.${format}`;
  if (format === "csv") {
    const table = frame.querySelector("table");
    const rows = table ? tableRows(table) : [];
    return download(name, new Blob([toCsv(rows, [title, sentence, ...source])], { type: "text/csv;charset=utf-8" }));
  }
  const svg = await withPicture(frame, () => drawSheet(picture, { title, sentence, source }));
  if (format === "svg") return download(name, new Blob([svg.text], { type: "image/svg+xml" }));
  return download(name, await svgToPng(svg));
}

/** While its table is open a picture isn't laid out; it is for as long as it is read. */
async function withPicture<T>(frame: HTMLElement, read: () => Promise<T>): Promise<T> {
  frame.dataset.exporting = "";
  try {
    return await read();
  } finally {
    delete frame.dataset.exporting;
  }
}

function download(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
