import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

/** A page that this member's role doesn't open. */
export function NotAllowed() {
  return (
    <>
      <PageHeader title="Not open to you" />
      <main className="px-7 py-5 max-sm:px-3.5">
        <EmptyState title="Your role doesn't open this page">
          An owner or administrator of the organization can change your role under People. Nothing was lost.
        </EmptyState>
      </main>
    </>
  );
}
