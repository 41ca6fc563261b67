import { PageHeader } from "@/components/ui/page-header";
import { Loading, Skeleton } from "@/components/ui/skeleton";

/** Keeps the layout while answers are scored. */
export default function ModelsLoading() {
  return (
    <>
      <PageHeader title="Models" />
      <main className="px-7 pt-5 pb-8 max-sm:px-3.5">
        <Loading label="Loading the models" className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Skeleton className="h-4 w-96 max-w-full" />
          <div className="grid gap-4 lg:grid-cols-2">
            <Skeleton className="h-64" />
            <Skeleton className="h-64" />
            <Skeleton className="h-64" />
            <Skeleton className="h-64" />
          </div>
          <Skeleton className="h-80" />
        </Loading>
      </main>
    </>
  );
}
