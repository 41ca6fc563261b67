"use client";

import { type Failure, PageFailed } from "@/components/workspace/page-failed";

export default function RoadmapError(failure: Failure) {
  return <PageFailed title="Roadmap" {...failure} />;
}
