import { z } from "zod";
import type { DashboardView } from "@/lib/core/dashboard/addresses";

/** What stands behind the question mark. */
export type Asked = Readonly<Record<string, string | string[] | undefined>>;

const day = z.iso.date();
const id = z.uuid();

/** Reads the view from the address; what isn't a day or an id counts as not given. */
export function readView({ asOf, against }: Asked): DashboardView {
  return { asOf: day.safeParse(asOf).data, against: id.safeParse(against).data };
}
