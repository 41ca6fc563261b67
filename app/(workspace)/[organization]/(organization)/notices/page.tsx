import type { Metadata } from "next";
import { NoticeList } from "@/components/notices/notice-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { noticeWords } from "@/lib/core/notices/notice";
import { formatNumberOf } from "@/lib/core/words/format";
import { readPage } from "@/lib/server/access/door/read-page";
import { listNotices } from "@/lib/server/notices/list-notices";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticesPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params;
  const page = await readPage(organization, "results.read", listNotices);
  if (!page.allowed) return <NotAllowed />;
  const unread = page.data.filter(({ read }) => !read).length;
  const rows = page.data.map((notice) => ({
    ...{ id: notice.id, href: notice.href, at: notice.at, read: notice.read, assessment: notice.assessment },
    words: noticeWords(notice),
  }));
  return (
    <>
      <PageHeader
        title="Notices"
        provenance={`${page.actor.organizationName} · ${unread === 0 ? "everything read" : `${formatNumberOf(unread, "notice")} unread`}`}
      />
      <main className="grid max-w-4xl gap-4 p-7 max-sm:p-3.5">
        {rows.length === 0 ? (
          <EmptyState title="Nothing to tell you yet">
            You are told here, and by mail as you set it in your account, when somebody mentions you, asks you for
            answers or asks back, when work is due and when evidence that you added expires.
          </EmptyState>
        ) : (
          <NoticeList organization={organization} notices={rows} />
        )}
      </main>
    </>
  );
}
