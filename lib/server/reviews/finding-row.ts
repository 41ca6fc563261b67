import { type Finding, METHODS } from "../../core/review/finding";
import type { Finding as FindingRow } from "../platform/database/generated/client";

const STATUSES = ["met", "partly", "not-met", "not-applicable"] as const;

/** A finding as clients get it. */
export function findingView({
  criterion,
  status,
  coverage,
  method,
  sample,
  note,
  madeBy,
  madeAt,
}: FindingRow): Finding {
  return {
    criterion,
    status: STATUSES.find((one) => one === status) ?? "not-met",
    ...(coverage === null ? {} : { coverage }),
    method: METHODS.find((one) => one === method) ?? "examine",
    sample,
    note,
    madeBy,
    madeAt: madeAt.getTime(),
  };
}
