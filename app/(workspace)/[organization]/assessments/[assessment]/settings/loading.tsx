import { PageLoading } from "@/components/workspace/page-loading";

export default function ScopeLoading() {
  return <PageLoading title="Scope and data" cards={["h-36", "h-120", "h-36", "h-40"]} />;
}
