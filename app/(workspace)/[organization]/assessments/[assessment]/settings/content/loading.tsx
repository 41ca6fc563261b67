import { PageLoading } from "@/components/workspace/page-loading";

export default function ContentLoading() {
  return <PageLoading title="Move to another version" cards={["h-64", "h-120"]} />;
}
