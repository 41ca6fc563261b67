import type { ProjectedPoint, TrendPoint } from "@/lib/core/charts/types";

/** What the layer over a trend reads: its points and the frame they stand in. */
export type LiveProps = Readonly<{
  label: string;
  snapshots: readonly TrendPoint[];
  projection: readonly ProjectedPoint[];
  from: string;
  to: string;
  low: number;
  high: number;
  height: number;
}>;
