"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, useState } from "react";
import { send, sendBytes } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";

type Props = Readonly<{
  api: string;
  /** First digits of its hash; null without one. */
  logo: string | null;
  name: string;
  maxBytes: number;
  locked: boolean;
}>;

/** The organization's logo: shown on paper-white, as reports show it. */
export function LogoField({ api, logo, name, maxBytes, locked }: Props) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | undefined>();

  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const chooser = event.currentTarget;
    const file = chooser.files?.[0];
    if (!file) return;
    if (file.size > maxBytes) {
      setFailure(`This file has ${(file.size / 1e6).toFixed(1)} MB; at most ${maxBytes / 1e6} MB are read.`);
      return;
    }
    setBusy(true);
    const sent = await sendBytes(`${api}/logo`, file, { method: "PUT" });
    setBusy(false);
    setFailure(sent.ok ? undefined : sent.problem.title);
    if (sent.ok) chooser.value = "";
    router.refresh();
  }

  async function remove() {
    const sent = await send(`${api}/logo`, undefined, "DELETE");
    setFailure(sent.ok ? undefined : sent.problem.title);
    router.refresh();
  }

  return (
    <div className="grid gap-3">
      {logo && (
        <div className="flex flex-wrap items-center gap-3">
          {/* On white in both themes, as it will stand on paper. */}
          <span className="light grid h-20 w-44 place-items-center rounded border border-line bg-raised p-3">
            {/* biome-ignore lint/performance/noImgElement: a few kilobytes behind the door, which Next's optimizer can't pass */}
            <img src={`${api}/logo?v=${logo}`} alt={`Logo of ${name}`} className="max-h-full max-w-full" />
          </span>
          {!locked && (
            <Button size="small" onClick={() => void remove()}>
              Remove
            </Button>
          )}
        </div>
      )}
      {!locked && (
        <Field
          label={logo ? "Another logo" : "Logo"}
          hint="PNG, JPEG or SVG, up to 1 MB. It is drawn anew as PNG; nothing else of the file is kept."
          error={failure}
        >
          {(ties) => (
            <FileInput
              {...ties}
              accept=".png,.jpg,.jpeg,.svg,image/png,image/jpeg,image/svg+xml"
              disabled={busy}
              onChange={(event) => void choose(event)}
            />
          )}
        </Field>
      )}
      {locked && !logo && <p className="text-note text-ink-2">No logo.</p>}
    </div>
  );
}
