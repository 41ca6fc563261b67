import { notFound } from "next/navigation";
import { connection } from "next/server";
import { benchmarksOn } from "@/lib/server/platform/benchmarks-on";

/** What every page costs by itself: the benchmarks hold other pages against it. It isn't there in ordinary use. */
export default async function BlankPage() {
  await connection();
  if (!benchmarksOn()) notFound();
  return (
    <main>
      <h1>Blank</h1>
    </main>
  );
}
