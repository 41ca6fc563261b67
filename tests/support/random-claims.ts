import type { Questionnaire } from "../../lib/core/content/types";
import type { Answer, Claims, Evidence } from "../../lib/core/scoring/types";
import { AS_OF } from "./arbitrary-assessment";

/** A stream of numbers in [0, 1) that a seed decides (mulberry32, public domain), so that a failure can be run again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Claims over a whole questionnaire: from one that is nearly all met to one of which nearly nothing is known, with some
 * evidence of every kind and some facts denied. Much faster than drawing each answer by itself.
 */
export function randomClaims(questionnaire: Questionnaire, seed: number): Claims {
  const random = randomFrom(seed);
  const [known, good] = [random(), random()];
  const answers = new Map<string, Answer>();
  const evidence: Evidence[] = [];
  for (const { criteria } of questionnaire.pillars.flatMap(({ topics }) => topics)) {
    for (const { id } of criteria) {
      if (random() > known * 1.2) continue;
      answers.set(id, randomAnswer(random, good));
      if (random() < 0.12) evidence.push(randomEvidence(random, id));
    }
  }
  const denied = questionnaire.profile.filter(() => random() < 0.2).map(({ id }) => [id, false] as const);
  return { answers, evidence, profile: Object.fromEntries(denied), asOf: AS_OF };
}

/** Any answer but unknown, met with the given likelihood. */
export function randomAnswer(random: () => number, good: number): Answer {
  const draw = random();
  if (draw < good * 0.9) return { status: "met" };
  if (draw < good * 0.9 + 0.06) return { status: "not-applicable", reason: "none here", accepted: random() < 0.6 };
  if (random() < 0.4) return { status: "partly", coverage: Math.round(1 + random() * 98) / 100 };
  return { status: "not-met" };
}

function randomEvidence(random: () => number, criterion: string): Evidence {
  return {
    criterion,
    title: "export",
    date: random() < 0.8 ? "2026-06-01" : "2026-06-16",
    verdict: random() < 0.8 ? "supports" : "contradicts",
    accepted: random() < 0.8,
    ...(random() < 0.3 ? { coverage: Math.round(random() * 100) / 100 } : {}),
    ...(random() < 0.3 ? { expires: "2026-06-10" } : {}),
  };
}
