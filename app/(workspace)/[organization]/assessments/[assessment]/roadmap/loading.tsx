import { PageHeader } from "@/components/ui/page-header";
import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function RoadmapLoading() {
  return (
    <>
      <PageHeader title="Roadmap" provenance={<Skeleton className="h-4 w-80 max-w-full" />} />
      <Loading label="Loading the roadmap" className="grid gap-4 p-7 max-sm:p-3.5">
        <div className="grid gap-4 xl:grid-cols-[minmax(17rem,21rem)_1fr]">
          <Skeleton className="h-60" />
          <Skeleton className="h-60" />
        </div>
        <Skeleton className="h-[46rem]" />
      </Loading>
    </>
  );
}
