"use client";

import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatDay, formatNumberOf } from "@/lib/core/words/format";
import { useKeptCheck } from "./kept-picks";

/** Says that a quick check waits in this browser, for who may begin an assessment with it. */
export function QuickCheckOffer({ href }: Readonly<{ href: string }>) {
  const kept = useKeptCheck();
  if (!kept) return null;
  return (
    <Notice
      title={`The quick check of ${formatDay(kept.day)} waits in this browser`}
      action={
        <ButtonLink href={href} size="small">
          Begin an assessment with it
        </ButtonLink>
      }
    >
      {formatNumberOf(Object.keys(kept.picks).length, "topic")} answered. You see what it fills in before anything is
      sent.
    </Notice>
  );
}
