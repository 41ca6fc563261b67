import { Loading, Skeleton } from "@/components/ui/skeleton";

export default function ExceptionsLoading() {
  return (
    <Loading label="Loading the exceptions">
      <div className="min-h-15 border-b border-line bg-raised" />
      <div className="px-7 py-5 max-sm:px-3.5">
        <Skeleton className="h-96" />
      </div>
    </Loading>
  );
}
