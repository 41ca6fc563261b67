"use client";

import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { MAX_FILE_BYTES } from "@/lib/core/evidence/file-limits";
import { formatBytes } from "@/lib/core/words/evidence";

type Props = Readonly<{ file: File | null; onFile: (file: File | null) => void; error?: string }>;

/** A file from a dialog, or one that was dropped or pasted. */
export function FileField({ file, onFile, error }: Props) {
  const large =
    file !== null && file.size > MAX_FILE_BYTES ? `It has ${formatBytes(file.size)}; 20 MB are taken.` : undefined;
  return (
    <Field
      label="File"
      required
      error={large ?? error}
      hint={file ? undefined : "Or drop one here, or paste a screenshot. At most 20 MB."}
    >
      {(ties) => (
        <>
          <FileInput
            {...ties}
            required={false}
            autoFocus
            onChange={(event) => onFile(event.currentTarget.files?.[0] ?? null)}
          />
          {file && (
            <p className="text-small wrap-anywhere text-ink-2" data-file>
              {file.name} · {formatBytes(file.size)}
            </p>
          )}
        </>
      )}
    </Field>
  );
}
