import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function ReviewLoading() {
  return (
    <Loading label="Loading the review">
      <div className="min-h-15 border-b border-line bg-raised" />
      <div className="grid gap-4 px-7 py-5 max-sm:px-3.5">
        <Skeleton className="h-72" />
        <Skeleton className="h-96" />
      </div>
    </Loading>
  );
}
