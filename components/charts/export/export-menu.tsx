"use client";

import { IconButton } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import type { ChartFormat } from "./save-chart";

type Props = Readonly<{ id: string; title: string }>;

const ENTRIES: readonly Readonly<{ format: ChartFormat; label: string; detail: string }>[] = [
  { format: "png", label: "Save as PNG", detail: "for slides and mail" },
  { format: "svg", label: "Save as SVG", detail: "scales and can be edited" },
  { format: "csv", label: "Save as CSV", detail: "its figures" },
];

/** Saves a chart as a file, with where it comes from on it. What draws the file is loaded when it is asked for. */
export function ExportMenu({ id, title }: Props) {
  async function save(format: ChartFormat) {
    try {
      const { saveChart } = await import("./save-chart");
      await saveChart(id, format);
    } catch {
      showToast({ text: "The file could not be made. Reload the page and try again.", tone: "danger" });
    }
  }
  return (
    <Menu
      trigger={<IconButton icon="download" label={`Save “${title}” as a file`} size="small" />}
      entries={ENTRIES.map(({ format, label, detail }) => ({
        kind: "action",
        label,
        detail,
        run: () => void save(format),
      }))}
    />
  );
}
