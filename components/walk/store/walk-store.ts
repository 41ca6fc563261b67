import { compileModel, type Model } from "@/lib/core/scoring/compile-model";
import { scoreAssessment } from "@/lib/core/scoring/score";
import type { Answer, AssessmentScore, Claims, TopicScore } from "@/lib/core/scoring/types";
import { answersNow } from "@/lib/core/walk/answering";
import { isAssigned } from "@/lib/core/walk/assignment";
import { sameAnswer } from "@/lib/core/walk/entry";
import { type Filters, filterBits, maskOf, SINCE_SNAPSHOT } from "@/lib/core/walk/filters";
import { isInScope, type Place, placesOf, type TopicText } from "@/lib/core/walk/outline";
import { type PillarRow, walkRows } from "@/lib/core/walk/progress";
import { readOnlyReason, type WalkData } from "@/lib/core/walk/walk-data";
import { afterPaint } from "./after-paint";
import { startState, type WalkState } from "./walk-state";

/**
 * State of one walk outside React, with what follows from it. Everything derived is kept until what it hangs on
 * changes.
 */
export type WalkStore = Readonly<{
  data: WalkData;
  model: Model;
  places: readonly Place[];
  /** Address of the walk and of the assessment's routes. */
  home: string;
  api: string;
  get: () => WalkState;
  set: (change: Partial<WalkState> | ((state: WalkState) => Partial<WalkState>)) => void;
  /** Sets what nothing shows, or what the next `set` will show. */
  put: (change: Partial<WalkState>) => void;
  /** Called at every change, for what shows an answer or a topic. */
  subscribe: (listener: () => void) => () => void;
  /** Called once after the frame that shows a change: for what stands beside it, and for what nobody sees. */
  follow: (listener: () => void) => () => void;
  /** Calls the followers now, where what they show is waited for. */
  settle: () => void;
  answers: () => ReadonlyMap<string, Answer>;
  claims: () => Claims;
  score: () => AssessmentScore;
  rows: () => readonly PillarRow[];
  place: () => Place;
  topicScore: (topic: string) => TopicScore | undefined;
  /** What each criterion in scope fits, as `filterBits` says. */
  bits: () => ReadonlyMap<string, number>;
  /** Criteria that fit all filters that are on; null where none is. */
  fitting: (filters: Filters) => ReadonlySet<string> | null;
  /** Why nothing can be answered in a topic, or null. */
  readOnly: (topic: string) => string | null;
}>;

/** @param topic where the walk begins; one of the outline's */
export function createWalkStore(data: WalkData, topic: string, text: TopicText | undefined): WalkStore {
  let state = startState(data, topic, text);
  const listeners = new Set<() => void>();
  const followers = new Set<() => void>();
  let behind = false;
  const settle = () => {
    if (!behind) return;
    behind = false;
    for (const follower of followers) follower();
  };
  const model = compileModel(data.outline);
  const places = placesOf(data.outline);
  const placeOf = new Map(places.map((place) => [place.topic.id, place]));
  const { organization, assessment } = data;

  let held: ReadonlyMap<string, Answer> = new Map();
  const answers = derived(
    () => [state.answering.entries, state.answering.queue],
    () => {
      const now = answersNow(state.answering);
      // What was saved says the same as before: then nothing that follows from it is computed again.
      if (!sameAnswers(now, held)) held = now;
      return held;
    },
  );
  const evidence = derived(
    () => [state.evidence],
    () => [...state.evidence.values()].flat(),
  );
  const claims = derived(
    () => [answers(), evidence()],
    (): Claims => ({
      answers: answers(),
      evidence: evidence(),
      profile: data.profile,
      asOf: data.asOf,
    }),
  );
  const score = derived(
    () => [claims()],
    () => scoreAssessment(model, claims()),
  );
  const rows = derived(
    () => [score()],
    () => {
      const known = (id: string) => (answers().get(id)?.status ?? "unknown") !== "unknown";
      return walkRows(data.outline, score(), data.profile, known);
    },
  );
  const topicScores = derived(
    () => [score()],
    () => new Map(score().pillars.flatMap((pillar) => pillar.topics.map((one) => [one.id, one]))),
  );

  const sinceOf = ({ since }: Filters) =>
    since === SINCE_SNAPSHOT ? data.lastSnapshotAt : new Date(`${since}T00:00:00`).getTime();
  const bitsWith = (filters: Filters): ReadonlyMap<string, number> => {
    const scale = { me: data.me.id, asOf: data.asOf, since: sinceOf(filters) };
    const { entries, queue } = state.answering;
    const waiting = new Set(queue.items.flatMap(({ changes }) => changes.map(({ criterion }) => criterion)));
    const found = new Map<string, number>();
    for (const { topic } of places) {
      if (!isInScope(topic, data.profile)) continue;
      const assigned = isAssigned(state.assignments, data.me.id, topic.id);
      for (const { id } of topic.criteria) {
        const one = {
          topic,
          assigned,
          answer: answers().get(id) ?? null,
          entry: entries.get(id),
          waits: waiting.has(id),
          evidence: state.evidence.get(id) ?? [],
        };
        found.set(id, filterBits(one, scale));
      }
    }
    return found;
  };
  const bits = derived(
    () => [state.answering.entries, state.answering.queue, state.evidence, state.assignments, state.filters],
    () => bitsWith(state.filters),
  );

  return {
    data,
    model,
    places,
    home: `/${organization.slug}/assessments/${assessment.slug}/walk`,
    api: `/api/organizations/${organization.slug}/assessments/${assessment.slug}`,
    get: () => state,
    set: (change) => {
      const changed = typeof change === "function" ? change(state) : change;
      if (Object.keys(changed).length === 0) return;
      state = { ...state, ...changed };
      for (const listener of listeners) listener();
      if (behind || followers.size === 0) return;
      behind = true;
      afterPaint(settle);
    },
    put: (change) => {
      state = { ...state, ...change };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow: (follower) => {
      followers.add(follower);
      return () => followers.delete(follower);
    },
    settle,
    answers,
    claims,
    score,
    rows,
    place: () => {
      const place = placeOf.get(state.topic);
      if (!place) throw new RangeError(`no topic ${state.topic}`);
      return place;
    },
    topicScore: (id) => topicScores().get(id),
    bits,
    fitting: (filters) => {
      if (filters.ids.length === 0) return null;
      const mask = maskOf(filters.ids);
      const found = filters === state.filters ? bits() : bitsWith(filters);
      return new Set([...found].flatMap(([id, one]) => ((one & mask) === mask ? [id] : [])));
    },
    readOnly: (id) => readOnlyReason(data, state.standing, id, placeOf.get(id)?.pillar.id ?? ""),
  };
}

function sameAnswers(a: ReadonlyMap<string, Answer>, b: ReadonlyMap<string, Answer>): boolean {
  if (a.size !== b.size) return false;
  for (const [criterion, answer] of a) {
    const other = b.get(criterion);
    if (answer === other) continue;
    if (!other || !sameAnswer(answer, other) || isAccepted(answer) !== isAccepted(other)) return false;
  }
  return true;
}

function isAccepted(answer: Answer): boolean {
  return answer.status === "not-applicable" && answer.accepted;
}

/** Keeps a result until one of the values that it hangs on is another one. */
function derived<T>(on: () => readonly unknown[], compute: () => T): () => T {
  let last: { on: readonly unknown[]; value: T } | null = null;
  return () => {
    const now = on();
    if (!last || now.some((value, index) => value !== last?.on[index])) last = { on: now, value: compute() };
    return last.value;
  };
}
