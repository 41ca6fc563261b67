import { z } from "zod";
import type { LiveNotice } from "../../core/live/live-event";
import type { Beat } from "../../core/live/presence-board";

const envelope = z.object({
  topic: z.string(),
  body: z.looseObject({ assessment: z.string() }),
});
const beatBody = z.object({ user: z.string(), tab: z.string(), place: z.string().nullable() });

/** What the database's channel said: a sign of life, or a notice for everybody in the assessment. */
export type HeardNotice =
  | Readonly<{ kind: "beat"; assessment: string; beat: Beat }>
  | Readonly<{ kind: "notice"; assessment: string; notice: LiveNotice }>;

/** Reads a payload of the channel; null for what concerns no assessment. */
export function readNotice(payload: string): HeardNotice | null {
  const parsed = envelope.safeParse(parse(payload));
  if (!parsed.success) return null;
  const { topic, body } = parsed.data;
  const { assessment, ...rest } = body;
  if (topic !== "presence") return { kind: "notice", assessment, notice: { ...rest, topic } };
  const beat = beatBody.safeParse(body);
  if (!beat.success) return null;
  const { user, tab, place } = beat.data;
  return { kind: "beat", assessment, beat: { person: user, tab, place } };
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
