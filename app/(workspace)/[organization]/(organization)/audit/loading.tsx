import { PageLoading } from "@/components/workspace/page-loading";

export default function AuditLoading() {
  return <PageLoading title="Audit log" cards={["h-4.5", "h-160"]} width="max-w-5xl" />;
}
