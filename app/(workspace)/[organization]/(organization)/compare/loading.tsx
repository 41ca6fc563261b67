import { PageLoading } from "@/components/workspace/page-loading";

export default function CompareLoading() {
  return <PageLoading title="Compare scopes" cards={["h-36", "h-110"]} width="max-w-5xl" />;
}
