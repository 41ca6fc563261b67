import { z } from "zod";

/** Six or more letters, digits and hyphens in words: the form of every id in content. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by hyphens");
/** Ids joined by dots. */
export const dotted = (parts: number) =>
  z
    .string()
    .regex(
      new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*){${parts - 1}}$`),
      `${parts} ids joined by dots, such as ${["identity", "sign-in-strength", "no-passwords"].slice(0, parts).join(".")}`,
    );
export const sentence = (min: number, max: number) => z.string().trim().min(min).max(max);
export const weight = z.number().positive().max(10);
export const version = z.string().regex(/^\d+\.\d+\.\d+$/, "a version of three numbers, such as 1.0.0");

export const PRINCIPLES = ["verify-explicitly", "least-privilege", "assume-breach"] as const;
export const DRIVERS = ["mobile-access", "cloud-migration", "risk-mitigation"] as const;
/** Frameworks that a crosswalk may name; each has an id list under `questionnaires/frameworks`. */
export const FRAMEWORKS = ["cisa", "dod", "ms", "nist-800-207", "csf", "nist-800-53", "cis", "iso", "attack"] as const;

const principles = z.array(z.enum(PRINCIPLES)).min(1);
const drivers = z.array(z.enum(DRIVERS)).min(1);

/** Ids of controls, functions or techniques that meeting the criterion contributes to. CISA ids carry their stage. */
const crosswalkSchema = z.strictObject({
  cisa: z
    .array(
      z
        .string()
        .regex(/^[a-z.-]+\/(initial|advanced|optimal)$/, "function/stage, such as identity.authentication/initial"),
    )
    .optional(),
  dod: z.array(z.string()).optional(),
  ms: z.array(z.string()).optional(),
  "nist-800-207": z.array(z.string()).optional(),
  csf: z.array(z.string()).optional(),
  "nist-800-53": z.array(z.string()).optional(),
  cis: z.array(z.string()).optional(),
  iso: z.array(z.string()).optional(),
  attack: z.array(z.string()).optional(),
});

export const criterionSchema = z.strictObject({
  id: dotted(3),
  stage: slug,
  statement: sentence(20, 200),
  population: sentence(5, 160).optional(),
  unit: sentence(3, 30).optional(),
  check: sentence(40, 700),
  look: z.array(sentence(10, 240)).min(1).max(5),
  evidence: sentence(20, 400),
  weight,
  principles: principles.optional(),
  drivers: drivers.optional(),
  crosswalk: crosswalkSchema,
});

export const topicSchema = z.strictObject({
  id: dotted(2),
  title: sentence(4, 70),
  short: sentence(3, 22),
  prompt: sentence(15, 160),
  why: sentence(60, 480),
  asks: z.array(sentence(3, 60)).min(1).max(4),
  principles,
  drivers,
  weight,
  gate: z.boolean().default(false),
  condition: slug.optional(),
  stages: z.record(slug, sentence(20, 220)),
  criteria: z.array(criterionSchema).min(1).max(12),
});

const initiativeSchema = z.strictObject({
  id: dotted(2),
  title: sentence(8, 80),
  outcome: sentence(30, 300),
  delivers: z.array(dotted(3)).min(1),
  effort: z.strictObject({
    low: z.number().positive().max(2000),
    likely: z.number().positive().max(2000),
    high: z.number().positive().max(2000),
    scalesWith: z.enum(["people", "devices", "applications", "servers", "nothing"]),
    fixedShare: z.number().min(0).max(1),
  }),
  weeks: z.number().int().positive().max(156),
  prerequisites: z.array(dotted(2)).default([]),
  owner: sentence(3, 60),
  steps: z.array(sentence(15, 240)).length(3),
  risk: sentence(20, 300),
  undo: sentence(15, 300),
});

export const initiativesSchema = z.array(initiativeSchema).min(1);

export const stageSchema = z.strictObject({ id: slug, title: sentence(3, 30), summary: sentence(20, 300) });

export const questionnaireSchema = z.strictObject({
  id: slug,
  version,
  /** The version before: a file that this one's folder lacks is that one's. */
  continues: version.optional(),
  title: sentence(4, 80),
  summary: sentence(20, 600),
  threshold: z.number().min(0.5).max(1),
  stages: z.array(stageSchema).min(2).max(6),
  profile: z.array(z.strictObject({ id: slug, question: sentence(10, 160), help: sentence(10, 240) })),
  pillars: z.array(
    z.strictObject({
      id: slug,
      title: sentence(3, 40),
      weight,
      summary: sentence(20, 300),
      topics: z.array(slug).min(1),
    }),
  ),
  quickCheck: z.array(dotted(2)),
});

export type Principle = (typeof PRINCIPLES)[number];
export type Driver = (typeof DRIVERS)[number];
export type FrameworkId = (typeof FRAMEWORKS)[number];
export type QuestionnaireFile = z.infer<typeof questionnaireSchema>;
export type TopicFile = z.infer<typeof topicSchema>;
export type InitiativeFile = z.infer<typeof initiativeSchema>;
export type Crosswalk = z.infer<typeof crosswalkSchema>;
