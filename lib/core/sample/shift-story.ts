import { dayNumber, dayOf } from "../charts/time-scale";
import { DAYS_A_WEEK } from "../planning/calendar";
import type { SampleStory } from "./types";

/**
 * The same story with its days moved by whole weeks, so that it ends within the last seven days and nobody answers on a
 * Sunday. Texts lose their "{year}" to the year of their day.
 *
 * @param today YYYY-MM-DD
 */
export function shiftStory(story: SampleStory, today: string): SampleStory {
  const weeks = Math.floor((dayNumber(today) - dayNumber(story.today)) / DAYS_A_WEEK);
  const move = (day: string) => dayOf(dayNumber(day) + weeks * DAYS_A_WEEK);
  const { assessment, plan } = story;
  return {
    ...story,
    today: move(story.today),
    assessment: {
      ...assessment,
      name: withYear(assessment.name, move(story.today)),
      began: move(assessment.began),
      target: { ...assessment.target, by: move(assessment.target.by) },
    },
    answers: story.answers.map((answer) => ({ ...answer, day: move(answer.day) })),
    evidence: story.evidence.map((item) => ({
      ...item,
      date: move(item.date),
      ...(item.expires === undefined ? {} : { expires: move(item.expires) }),
    })),
    exceptions: story.exceptions.map((exception) => ({
      ...exception,
      granted: move(exception.granted),
      expires: move(exception.expires),
    })),
    snapshots: story.snapshots.map(({ day, label }) => ({ day: move(day), label: withYear(label, move(day)) })),
    plan: {
      ...plan,
      start: move(plan.start),
      decided: move(plan.decided),
      items: plan.items.map((item) => ({
        ...item,
        ...(item.starts === undefined ? {} : { starts: move(item.starts) }),
        ...(item.ends === undefined ? {} : { ends: move(item.ends) }),
      })),
    },
  };
}

function withYear(text: string, day: string): string {
  return text.replaceAll("{year}", day.slice(0, 4));
}
