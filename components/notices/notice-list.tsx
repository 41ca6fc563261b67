"use client";

import { clsx } from "clsx";
import { useRouter } from "next/navigation";
import { send } from "@/components/forms/send";
import { TOLD } from "@/components/shell/use-notice-count";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { formatMoment } from "@/lib/core/words/format";

type Row = Readonly<{ id: string; href: string; at: number; read: boolean; assessment: string; words: string }>;

/** What the person was told, newest first; following one marks it as read. */
export function NoticeList({ organization, notices }: Readonly<{ organization: string; notices: readonly Row[] }>) {
  const router = useRouter();
  const address = `/api/organizations/${organization}/notices`;
  async function mark(ids?: readonly string[]) {
    const sent = await send(address, ids ? { notices: ids } : {}, "PATCH");
    if (!sent.ok) showToast({ text: sent.problem.title, tone: "danger" });
    window.dispatchEvent(new Event(TOLD));
    router.refresh();
  }
  return (
    <>
      {notices.some(({ read }) => !read) && (
        <Button className="justify-self-start" icon="check" onClick={() => void mark()}>
          Mark all as read
        </Button>
      )}
      <ul className="rounded-md border border-line bg-raised">
        {notices.map(({ id, href, at, read, assessment, words }) => (
          <li
            key={id}
            className="flex items-center justify-between gap-4 border-t border-line px-4.5 py-2.5 first:border-t-0 max-sm:px-3.5"
          >
            {/* A full load: the walk is a page of its own size, and reading is marked on the way. */}
            <a
              href={href}
              className="min-w-0 flex-1 underline-offset-3 hover:underline"
              onClick={() => {
                if (!read) void send(address, { notices: [id] }, "PATCH");
              }}
            >
              <span className={clsx("block wrap-anywhere", !read && "font-semibold")}>
                {!read && <span className="sr-only">Unread: </span>}
                {words}
              </span>
              <span className="block text-small text-ink-2">
                {assessment} · <time dateTime={new Date(at).toISOString()}>{formatMoment(new Date(at), "UTC")}</time>
              </span>
            </a>
            {!read && (
              <Button
                size="small"
                variant="quiet"
                onClick={() => void mark([id])}
                aria-label={`Mark as read: ${words}`}
              >
                Mark as read
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
