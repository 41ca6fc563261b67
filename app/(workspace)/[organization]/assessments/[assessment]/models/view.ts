import { z } from "zod";

/** What stands behind the question mark. */
export type Asked = Readonly<Record<string, string | string[] | undefined>>;

export type View = Readonly<{ asOf?: string; show?: string }>;

const day = z.iso.date();
const id = z.string().max(60);

/** Reads the view from the address; what isn't a day or an id counts as not given. */
export function readView({ asOf, show }: Asked): View {
  return { asOf: day.safeParse(asOf).data, show: id.safeParse(show).data };
}
