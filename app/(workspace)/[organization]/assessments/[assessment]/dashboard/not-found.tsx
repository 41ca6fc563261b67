import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

/** An address below the dashboard that names nothing of this questionnaire. */
export default function DashboardNotFound() {
  return (
    <>
      <PageHeader title="Not found" />
      <main className="px-7 pt-5 pb-8 max-sm:px-3.5">
        <EmptyState title="There is no such number">
          The address names no pillar, topic, criterion, principle or driver of this questionnaire. It may come from
          another version of it. The dashboard has all there are.
        </EmptyState>
      </main>
    </>
  );
}
