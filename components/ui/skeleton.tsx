import { clsx } from "clsx";

/** Holds the place of what is loading; give it the size of what will come (`className="h-7 w-40"`). */
export function Skeleton({ className }: Readonly<{ className?: string }>) {
  return <span aria-hidden className={clsx("block animate-pulse rounded bg-line", className)} />;
}

/** Around skeletons: says once that something is loading. */
export function Loading({
  label,
  className,
  children,
}: Readonly<{ label: string; className?: string; children: React.ReactNode }>) {
  return (
    <div role="status" aria-busy className={className}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}
