import { PageHeader } from "@/components/ui/page-header";
import { Loading, Skeleton } from "@/components/ui/skeleton";

/** Keeps the dashboard's layout while it is read. */
export default function DashboardLoading() {
  return (
    <>
      <PageHeader title="Dashboard" />
      <main className="px-7 pt-5 pb-8 max-sm:px-3.5">
        <Loading label="Loading the dashboard" className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Skeleton className="h-44" />
          <Skeleton className="h-4 w-96 max-w-full" />
          <div className="grid gap-4 lg:grid-cols-[1.55fr_1fr]">
            <Skeleton className="h-96" />
            <Skeleton className="h-96" />
          </div>
          <Skeleton className="h-110" />
        </Loading>
      </main>
    </>
  );
}
