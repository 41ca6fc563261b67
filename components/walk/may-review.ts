import type { WalkStore } from "./store/walk-store";

/**
 * Whether somebody may accept what others made: "own" where only having made it stands in the way. The server decides;
 * this keeps what it would refuse off the page.
 */
export function mayReview({ data, get }: WalkStore, authors: readonly string[]): "yes" | "own" | "no" {
  if (!data.rights.accept || get().standing.state === "approved") return "no";
  return authors.includes(data.me.id) && !data.rights.selfAcceptance ? "own" : "yes";
}
