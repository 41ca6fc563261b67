import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Walk } from "@/components/walk/walk";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { readFilters } from "@/lib/core/walk/filters";
import { nextUnanswered } from "@/lib/core/walk/next-unanswered";
import { placesOf } from "@/lib/core/walk/outline";
import { packWalk } from "@/lib/core/walk/pack-walk";
import type { WalkData } from "@/lib/core/walk/walk-data";
import { readPage } from "@/lib/server/access/door/read-page";
import { readWalk } from "@/lib/server/assessments/read-walk";

type Props = {
  params: Promise<{ organization: string; assessment: string; place?: string[] }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export const metadata: Metadata = { title: "Assessment" };

export default async function WalkPage({ params, searchParams }: Props) {
  const { organization, assessment, place } = await params;
  const query = await searchParams;
  const page = await readPage(organization, "results.read", (db, actor) => readWalk(db, actor, assessment));
  if (!page.allowed) return <NotAllowed />;
  const { data, textOf } = page.data;
  const topic = place ? namedTopic(data, place) : firstTopic(data);
  if (!topic) notFound();
  const filters = readFilters({ show: String(query.show ?? ""), since: String(query.since ?? "") });
  const view = typeof query.view === "string" ? query.view : "topic";
  return (
    <>
      {/* The question is in the first frame: what is painted without it costs a frame, and scripts begin before the next. */}
      {view === "topic" && <link rel="expect" href="#question" blocking="render" />}
      <Walk packed={packWalk(data)} topic={topic} text={textOf(topic)} filters={filters} view={view} />
    </>
  );
}

/** "identity/sign-in-strength", or a pillar alone for its first topic. */
function namedTopic({ outline }: WalkData, place: readonly string[]): string | undefined {
  const [pillar, topic] = place;
  if (place.length > 2) return undefined;
  const found = placesOf(outline).find((one) =>
    topic === undefined ? one.pillar.id === pillar : one.topic.id === `${pillar}.${topic}`,
  );
  return found?.topic.id;
}

/** Where something is unanswered; the very first where nothing is. */
function firstTopic({ outline, profile, answers }: WalkData): string | undefined {
  const answered = new Set(answers.filter(({ status }) => status).map(({ criterion }) => criterion));
  const next = nextUnanswered(outline, profile, (id) => answered.has(id), null);
  return next?.topic ?? placesOf(outline)[0]?.topic.id;
}
