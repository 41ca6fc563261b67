"use client";

import { useId } from "react";
import { levelKeyWords } from "@/lib/core/words/marks";
import { Hatch } from "./hatch";

type Props = Parameters<typeof levelKeyWords>[0] & Readonly<{ className?: string }>;

/** What the signs of level bars mean, with their values where they are given. */
export function LevelKey({ className, ...values }: Props) {
  const hatch = useId();
  const words = levelKeyWords(values);
  return (
    <ul className={`flex flex-wrap items-center gap-x-4.5 gap-y-1 text-small text-ink-2 ${className ?? ""}`}>
      <li className="flex items-center gap-1.5">
        <svg aria-hidden width="22" height="10">
          <rect width="22" height="10" className="fill-ink-2" />
        </svg>
        {words.verified}
      </li>
      <li className="flex items-center gap-1.5">
        <svg aria-hidden width="22" height="10">
          <rect x="1" y="1" width="20" height="8" fill="none" strokeWidth="2" className="stroke-ink-2" />
        </svg>
        {words.claimed}
      </li>
      <li className="flex items-center gap-1.5">
        <svg aria-hidden width="22" height="10">
          <Hatch id={hatch} />
          <rect width="22" height="10" fill={`url(#${hatch})`} />
        </svg>
        {words.unknown}
      </li>
      {words.last && (
        <li className="flex items-center gap-1.5">
          <svg aria-hidden width="10" height="10">
            <circle cx="5" cy="5" r="3.6" fill="none" strokeWidth="1.6" className="stroke-ink" />
          </svg>
          {words.last}
        </li>
      )}
      {words.target && (
        <li className="flex items-center gap-1.5">
          <svg aria-hidden width="10" height="10">
            <path d="M0 1h10l-5 7z" className="fill-ink" />
          </svg>
          {words.target}
        </li>
      )}
    </ul>
  );
}
