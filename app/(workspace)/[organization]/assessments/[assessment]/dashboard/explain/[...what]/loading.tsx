import { PageHeader } from "@/components/ui/page-header";
import { Loading, Skeleton } from "@/components/ui/skeleton";

/** Keeps the layout of an explanation while it is read. */
export default function ExplainLoading() {
  return (
    <>
      <PageHeader title="Why this number" />
      <main className="px-7 pt-5 pb-8 max-sm:px-3.5">
        <Loading label="Loading the explanation" className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Skeleton className="h-36" />
          <Skeleton className="h-80" />
          <Skeleton className="h-64" />
        </Loading>
      </main>
    </>
  );
}
