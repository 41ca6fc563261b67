"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonDownload } from "@/components/ui/button-download";
import { CopyButton } from "@/components/ui/copy-button";
import type { EvidenceFileView } from "@/lib/core/walk/evidence-view";
import { formatBytes } from "@/lib/core/words/evidence";
import { FilePreview } from "./file-preview";

type Props = Readonly<{
  /** Address of the piece. */
  piece: string;
  file: EvidenceFileView;
  /** Whether it may be opened. */
  may: boolean;
}>;

/** Characters of a hash that are enough to tell files apart by eye; all of it is copied. */
const SHOWN = 12;

/** A file of evidence: name, size and hash, a preview on demand, and the download. */
export function FileLine({ piece, file, may }: Props) {
  const [open, setOpen] = useState(false);
  const { name, mediaType, size, sha256 } = file;
  const shows = mediaType.startsWith("image/") || mediaType.startsWith("text/") || mediaType === "application/json";
  return (
    <div className="text-small text-ink-2">
      <p className="wrap-anywhere">
        {name} · {formatBytes(size)}
      </p>
      <p className="flex flex-wrap items-center gap-x-1.5">
        SHA-256 <span className="font-mono">{sha256.slice(0, SHOWN)}…</span>
        <CopyButton compact text={sha256} label="Copy SHA-256" copiedLabel="Copied" />
      </p>
      {may && (
        <div className="mt-1 flex flex-wrap gap-1.5">
          {shows && (
            <Button size="small" variant="quiet" icon="eye" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? "Hide preview" : "Preview"}
            </Button>
          )}
          <ButtonDownload size="small" href={`${piece}/file`}>
            Download
          </ButtonDownload>
        </div>
      )}
      {open && <FilePreview address={`${piece}/preview`} picture={mediaType.startsWith("image/")} name={name} />}
    </div>
  );
}
