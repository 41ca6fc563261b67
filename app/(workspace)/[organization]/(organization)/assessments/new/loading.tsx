import { PageLoading } from "@/components/workspace/page-loading";

export default function NewAssessmentLoading() {
  return <PageLoading title="New assessment" cards={["h-36", "h-120", "h-36"]} />;
}
