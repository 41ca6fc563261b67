"use client";

import { useEffect, useState } from "react";

type Props = Readonly<{ address: string; picture: boolean; name: string }>;

/** What the server made of a file for looking at: a picture drawn anew, or the first lines of a text. */
export function FilePreview({ address, picture, name }: Props) {
  if (!picture) return <TextPreview address={address} name={name} />;
  const look = "mt-1.5 max-h-96 max-w-full border border-line bg-raised";
  // The address is a route of ours that needs the session; Next's own pictures are for those that everybody may see.
  // biome-ignore lint/performance/noImgElement: see above
  return <img src={address} alt={`Preview of ${name}`} className={look} />;
}

function TextPreview({ address, name }: Readonly<{ address: string; name: string }>) {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    const ends = new AbortController();
    fetch(address, { signal: ends.signal })
      .then(async (response) => setText(response.ok ? await response.text() : "The preview can’t be shown now."))
      .catch(() => {
        if (!ends.signal.aborted) setText("The preview can’t be shown without a connection.");
      });
    return () => ends.abort();
  }, [address]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" aria-label={`First lines of ${name}`} tabIndex={0} className="mt-1.5 max-h-60 overflow-auto">
      <pre className="border border-line bg-sunk p-2 font-mono text-small text-ink">{text ?? "Loading…"}</pre>
    </div>
  );
}
