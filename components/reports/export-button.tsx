"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type Props = Readonly<{ href: string; label: string }>;

/** Fetches the report, shows that it is being drawn, can be cancelled, and saves it. Nothing is left half done. */
export function ExportButton({ href, label }: Props) {
  const [state, setState] = useState<"ready" | "drawing" | "failed">("ready");
  const running = useRef<AbortController | null>(null);

  async function fetchReport() {
    running.current = new AbortController();
    setState("drawing");
    try {
      const response = await fetch(href, { signal: running.current.signal });
      if (!response.ok) throw new Error(String(response.status));
      const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "report.pdf";
      save(await response.blob(), name);
      setState("ready");
    } catch (error) {
      setState(error instanceof DOMException && error.name === "AbortError" ? "ready" : "failed");
    }
  }

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" icon="download" busy={state === "drawing"} onClick={fetchReport}>
          {state === "drawing" ? "Drawing the report…" : label}
        </Button>
        {state === "drawing" && <Button onClick={() => running.current?.abort()}>Cancel</Button>}
      </div>
      {state === "failed" && (
        <Notice tone="danger" title="The report could not be drawn" live>
          Nothing was changed. Try again; if it stays, sign in again or tell your administrator the time.
        </Notice>
      )}
    </div>
  );
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
