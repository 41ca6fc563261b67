import { PageLoading } from "@/components/workspace/page-loading";

export default function AssignmentsLoading() {
  return <PageLoading title="Asked of people" cards={["h-52", "h-72"]} />;
}
