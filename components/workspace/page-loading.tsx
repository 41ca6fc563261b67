import { PageHeader } from "@/components/ui/page-header";
import { Loading, Skeleton } from "@/components/ui/skeleton";

type Props = Readonly<{
  title: string;
  /** Height of each card that will come, as classes ("h-40"). */
  cards: readonly string[];
  width?: "max-w-3xl" | "max-w-4xl" | "max-w-5xl";
}>;

/** Holds the place of a page of cards while it is read. */
export function PageLoading({ title, cards, width = "max-w-4xl" }: Props) {
  return (
    <>
      <PageHeader title={title} provenance={<Skeleton className="h-4 w-60 max-w-full" />} />
      <main className="px-7 py-5 max-sm:px-3.5">
        <Loading label={`Loading: ${title}`} className={`grid gap-4 ${width}`}>
          {cards.map((height, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is constant
            <Skeleton key={index} className={height} />
          ))}
        </Loading>
      </main>
    </>
  );
}
