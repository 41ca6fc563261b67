import { PageLoading } from "@/components/workspace/page-loading";

export default function PeopleLoading() {
  return <PageLoading title="People" cards={["h-36", "h-72"]} />;
}
