import { PageLoading } from "@/components/workspace/page-loading";

export default function NoticesLoading() {
  return <PageLoading title="Notices" cards={["h-72"]} />;
}
