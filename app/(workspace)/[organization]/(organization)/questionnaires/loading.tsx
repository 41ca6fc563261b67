import { PageLoading } from "@/components/workspace/page-loading";

export default function QuestionnairesLoading() {
  return <PageLoading title="Questionnaires" cards={["h-48", "h-36"]} />;
}
