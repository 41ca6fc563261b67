import { PageLoading } from "@/components/workspace/page-loading";

export default function QuestionnaireLoading() {
  return <PageLoading title="Questionnaire" cards={["h-120", "h-120"]} />;
}
