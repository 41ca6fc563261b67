"use client";

import { type Failure, PageFailed } from "@/components/workspace/page-failed";

export default function DashboardError(failure: Failure) {
  return <PageFailed title="Dashboard" {...failure} />;
}
