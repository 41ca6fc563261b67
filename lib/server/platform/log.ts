import pino from "pino";

/** Structured log without personal data or answers: ids, counts and durations only. */
export const log = pino({ level: process.env.LOG_LEVEL || "info", base: null });
