"use client";

import { useEffect, useState } from "react";
import { Button, IconButton } from "./button";

type Props = Readonly<{
  text: string;
  label: string;
  /** Said and shown for a moment once it is done. */
  copiedLabel: string;
  /** An icon alone, for rows of a table. */
  compact?: boolean;
}>;

const SAYS_MS = 2_000;

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label, copiedLabel, compact }: Props) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAYS_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }

  return (
    <>
      {compact ? (
        <IconButton icon={copied ? "check" : "copy"} label={label} size="small" title={label} onClick={copy} />
      ) : (
        <Button icon={copied ? "check" : "copy"} onClick={copy}>
          {copied ? copiedLabel : label}
        </Button>
      )}
      <span aria-live="polite" className="sr-only">
        {copied ? copiedLabel : ""}
      </span>
    </>
  );
}
