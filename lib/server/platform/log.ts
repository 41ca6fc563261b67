import pino from "pino";

/**
 * Structured log without personal data or answers: ids, counts and durations only. Each call asks for the level, because what
 * stands in .env is known only after this file is loaded.
 */
export const log = pino({
  level: "trace",
  base: null,
  hooks: {
    logMethod(said, method, level) {
      if (level >= (pino.levels.values[process.env.LOG_LEVEL || "info"] ?? NOTHING)) method.apply(this, said);
    },
  },
});

/** "silent" is no level. */
const NOTHING = Number.POSITIVE_INFINITY;
