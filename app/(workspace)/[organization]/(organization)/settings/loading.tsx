import { PageLoading } from "@/components/workspace/page-loading";

export default function SettingsLoading() {
  return <PageLoading title="Settings" cards={["h-32", "h-72", "h-28"]} width="max-w-3xl" />;
}
