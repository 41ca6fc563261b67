"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/toast";
import { formatNumberOf } from "@/lib/core/words/format";
import { NextVersion } from "./next-version";
import { OwnPreview } from "./own-preview";
import type { OwnCheck } from "./own-types";
import { ProblemList } from "./problem-list";
import { useCheck } from "./use-check";

type Props = Readonly<{
  organization: string;
  questionnaire: string;
  version: string;
  source: string;
  revision: number;
  first: OwnCheck;
  mode: "draft" | "published" | "reader";
  mayWrite: boolean;
  /** What an overlay lies over, and the newest version of that. */
  base: Readonly<{ questionnaire: string; version: string; newest: string }> | null;
}>;

/** A questionnaire's text with what is wrong in it, and beside it what it comes to. */
export function OwnEditor({ organization, questionnaire, version, mode, mayWrite, base, ...stored }: Props) {
  const router = useRouter();
  const api = `/api/organizations/${organization}/questionnaires`;
  const own = `${api}/${questionnaire}/${version}`;
  const editor = useCheck(api, stored.source, stored.first);
  const area = useRef<HTMLTextAreaElement>(null);
  const [saved, setSaved] = useState({ source: stored.source, revision: stored.revision });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const draft = mode === "draft";
  const dirty = draft && editor.text !== saved.source;
  const blocking = editor.check.problems.filter((found) => !found.style).length;

  useEffect(() => {
    if (!dirty) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, [dirty]);

  async function save(): Promise<number | null> {
    if (!dirty) return saved.revision;
    const source = editor.text;
    const sent = await send<{ revision: number }>(own, { source, revision: saved.revision }, "PUT");
    setProblem(sent.ok ? null : firstWords(sent.problem));
    if (!sent.ok) return null;
    setSaved({ source, revision: sent.data.revision });
    return sent.data.revision;
  }

  async function whileBusy(work: () => Promise<void>) {
    setBusy(true);
    await work();
    setBusy(false);
  }

  const saveDraft = () =>
    whileBusy(async () => {
      if ((await save()) === null) return;
      showToast({ text: "Draft saved" });
    });
  const publish = () =>
    whileBusy(async () => {
      const revision = await save();
      if (revision === null) return;
      const sent = await send(`${own}/publish`, { revision });
      setProblem(sent.ok ? null : firstWords(sent.problem));
      if (!sent.ok) return;
      showToast({ text: `Published ${questionnaire} ${version}` });
      router.refresh();
    });
  const discard = () =>
    whileBusy(async () => {
      const sent = await send(own, undefined, "DELETE");
      setProblem(sent.ok ? null : sent.problem.title);
      if (!sent.ok) return;
      setSaved({ ...saved, source: editor.text });
      router.push(`/${organization}/questionnaires`);
    });

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-2">
      <Card
        title="Text"
        subtitle={
          draft
            ? "YAML. It is checked whenever you pause; a click on a problem leads to its place."
            : mode === "published"
              ? "A published version never changes."
              : "A draft. Owners, administrators and consultants change it."
        }
      >
        <div className="grid gap-3">
          <textarea
            ref={area}
            aria-label="Text of the questionnaire"
            value={editor.text}
            onChange={(event) => editor.write(event.currentTarget.value)}
            readOnly={!draft}
            wrap="off"
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            className="h-120 w-full resize-y overflow-auto rounded border border-line-strong bg-sunk px-3 py-2 font-mono text-note/5 text-ink max-sm:h-80"
          />
          {editor.problem && <Notice tone="danger" title={editor.problem} live />}
          {problem && <Notice tone="danger" title={problem} live />}
          {(draft || editor.check.problems.length > 0) && (
            <ProblemList
              problems={editor.check.problems}
              current={editor.current}
              onJump={(place) => jump(area.current, place)}
            />
          )}
          {draft && (
            <div className="flex flex-wrap items-center gap-2">
              <Button onClick={() => void saveDraft()} busy={busy} disabled={!dirty}>
                Save draft
              </Button>
              <Button
                variant="primary"
                onClick={() => void publish()}
                busy={busy}
                disabled={blocking > 0 || !editor.current}
              >
                Publish {version}
              </Button>
              <Button variant="quiet" icon="trash" onClick={() => void discard()} busy={busy}>
                Throw draft away
              </Button>
              <p className="text-note text-ink-2" aria-live="polite">
                {dirty ? "Not saved yet." : "Saved."}
                {blocking > 0 &&
                  ` ${formatNumberOf(blocking, "problem keeps", "problems keep")} it from being published.`}
              </p>
            </div>
          )}
          {draft && base && base.newest !== base.version && (
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line pt-3">
              <p className="min-w-0 flex-1 basis-56 text-note">
                {base.questionnaire} {base.newest} is there. On it, what no longer fits is named above.
              </p>
              <Button
                size="small"
                onClick={() => void editor.edit({ kind: "rebase", base: base.questionnaire, version: base.newest })}
              >
                Lay over {base.newest}
              </Button>
            </div>
          )}
          {mode === "published" && mayWrite && (
            <NextVersion organization={organization} source={stored.source} version={version} />
          )}
        </div>
      </Card>
      <OwnPreview
        check={editor.check}
        onShow={(id) => void editor.show(id)}
        onEdit={draft && editor.check.kind === "overlay" ? (edit) => void editor.edit(edit) : undefined}
      />
    </div>
  );
}

function firstWords({
  title,
  fields,
}: Readonly<{ title: string; fields: readonly Readonly<{ path: string; message: string }>[] }>) {
  const [first] = fields;
  return first ? `${title} ${first.path}: ${first.message}` : title;
}

/** Puts the cursor to a place and brings that into view. */
function jump(area: HTMLTextAreaElement | null, { line, column }: Readonly<{ line: number; column: number }>): void {
  if (!area) return;
  const lines = area.value.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const start = before + column - 1;
  const end = before + (lines[line - 1]?.length ?? 0);
  area.focus();
  area.setSelectionRange(start, Math.max(start, end));
  area.scrollTop = Math.max(0, ((line - 4) * area.scrollHeight) / lines.length);
}
