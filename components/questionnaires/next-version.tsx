"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { OwnCheck } from "./own-types";

/** Begins the next version of a published text as a draft. */
export function NextVersion({
  organization,
  source,
  version,
}: Readonly<{ organization: string; source: string; version: string }>) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const next = nextOf(version);

  async function begin() {
    setBusy(true);
    const api = `/api/organizations/${organization}/questionnaires`;
    const edited = await send<OwnCheck>(`${api}/check`, { source, edit: { kind: "version", version: next } });
    const text = edited.ok ? (edited.data.source ?? source) : source;
    const sent = edited.ok ? await send<{ questionnaire: string; version: string }>(api, { source: text }) : edited;
    setBusy(false);
    setProblem(sent.ok ? null : sent.problem.title);
    if (sent.ok) router.push(`/${organization}/questionnaires/${sent.data.questionnaire}/${sent.data.version}`);
  }

  return (
    <div className="grid gap-2">
      {problem && <Notice tone="danger" title={problem} live />}
      <Button className="justify-self-start" icon="plus" busy={busy} onClick={() => void begin()}>
        Begin version {next}
      </Button>
    </div>
  );
}

/** 1.2.0 after 1.1.3. */
function nextOf(version: string): string {
  const [major = "1", minor = "0"] = version.split(".");
  return `${major}.${Number(minor) + 1}.0`;
}
