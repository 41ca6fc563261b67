import { PageLoading } from "@/components/workspace/page-loading";

export default function ReportsLoading() {
  return <PageLoading title="Reports" cards={["h-64", "h-120", "h-12", "h-12"]} width="max-w-5xl" />;
}
