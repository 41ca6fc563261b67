import type { WalkData } from "@/lib/core/walk/walk-data";

/**
 * Whether somebody may accept what others made: "own" where only having made it stands in the way. The server decides;
 * this keeps what it would refuse off the page.
 */
export function mayReview({ rights, assessment, me }: WalkData, authors: readonly string[]): "yes" | "own" | "no" {
  if (!rights.accept || assessment.state === "approved") return "no";
  return authors.includes(me.id) && !rights.selfAcceptance ? "own" : "yes";
}
