"use client";

import { type MouseEvent, useRef, useState } from "react";
import type { SentProblem } from "@/components/forms/send";
import { Button, buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";

type Props = Readonly<{ href: string; label: string }>;

type State = Readonly<{ kind: "ready" | "drawing" }> | Readonly<{ kind: "failed"; title: string; id?: string }>;

/**
 * The way to the PDF. A link that works by itself; with scripts it says that the report is being drawn, can be cancelled,
 * and tells what went wrong instead of saving it.
 */
export function ExportReport({ href, label }: Props) {
  const [state, setState] = useState<State>({ kind: "ready" });
  const running = useRef<AbortController | null>(null);

  async function fetchReport(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // another tab, as the person asked
    event.preventDefault();
    if (state.kind === "drawing") return;
    running.current = new AbortController();
    setState({ kind: "drawing" });
    setState(await saveReport(href, running.current.signal));
  }

  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <a
          href={href}
          download
          onClick={(event) => void fetchReport(event)}
          className={buttonClass({ variant: "primary" })}
        >
          <Icon name="download" size={14} />
          {label}
        </a>
        {state.kind === "drawing" && <Button onClick={() => running.current?.abort()}>Cancel</Button>}
      </div>
      <div aria-live="polite">
        {state.kind === "drawing" && (
          <div className="grid gap-1.5">
            <p className="text-small text-ink-2">Drawing the report; about a second.</p>
            <Progress label="Drawing the report" />
          </div>
        )}
        {state.kind === "failed" && (
          <Notice tone="danger" title={state.title} live>
            No file was saved.{state.id ? ` If it stays, quote ${state.id}.` : ""}
          </Notice>
        )}
      </div>
    </div>
  );
}

async function saveReport(href: string, signal: AbortSignal): Promise<State> {
  try {
    const response = await fetch(href, { signal });
    if (!response.ok) {
      const problem: SentProblem = await response.json();
      return { kind: "failed", title: problem.title, id: problem.id };
    }
    const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "report.pdf";
    save(await response.blob(), name);
    return { kind: "ready" };
  } catch {
    if (signal.aborted) return { kind: "ready" };
    return { kind: "failed", title: "There is no connection to the server. Try again in a moment." };
  }
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this turn; then the memory may go.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
