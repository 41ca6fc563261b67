"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { useSubmit } from "@/components/forms/use-submit";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/toast";

/** Keeps the assessment as it is now under a name. */
export function TakeSnapshot({ api }: Readonly<{ api: string }>) {
  const router = useRouter();
  const element = useRef<HTMLFormElement>(null);
  const form = useSubmit<{ hash: string }>({
    to: `${api}/snapshots`,
    done: ({ hash }) => {
      element.current?.reset();
      showToast({ text: `Snapshot taken: ${hash.slice(0, 12)}` });
      router.refresh();
    },
  });
  return (
    <form ref={element} onSubmit={form.onSubmit} className="grid gap-3">
      {form.problem && <Notice tone="danger" title={form.problem.title} live />}
      <div className="flex flex-wrap items-end gap-3">
        <Field
          label="Name of the snapshot"
          error={form.error("label")}
          required
          className="min-w-0 flex-1 basis-56 sm:max-w-80"
        >
          {(ties) => (
            <Input {...ties} name="label" maxLength={80} autoComplete="off" placeholder="Board meeting in November" />
          )}
        </Field>
        <Button type="submit" busy={form.busy} className="mb-1">
          Take snapshot
        </Button>
      </div>
    </form>
  );
}
