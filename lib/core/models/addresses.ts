/** Addresses of the pages of models and frameworks; each keeps the day that evidence is judged on. */
export type ModelLinks = Readonly<{
  models: string;
  /** A model, with the open criteria of one topic listed where it is named, or of all. */
  model: (id: string, topic?: string) => string;
  /** A framework's coverage, with the criteria of one control opened where it is named. */
  coverage: (framework: string, control?: string) => string;
  /** The matrix, with the criteria of one technique opened where it is named. */
  attack: (technique?: string) => string;
  /** The walk at a topic, given by its id ("network.segmentation"). */
  walk: (topic: string) => string;
  settings: string;
}>;

/** The part of the address of a page that holds the criteria of what was picked. */
export const SHOWN = "shown";

/** In place of one topic: the open criteria of all are listed. */
export const ALL = "all";

/** @param base address of the assessment: "/northwind/assessments/2026" */
export function modelLinks(base: string, { asOf }: Readonly<{ asOf?: string }> = {}): ModelLinks {
  const at = (path: string, show?: string, part: string = SHOWN) => {
    const query = new URLSearchParams({ ...(asOf ? { asOf } : {}), ...(show ? { show } : {}) }).toString();
    return `${base}/${path}${query ? `?${query}` : ""}${show && part ? `#${part}` : ""}`;
  };
  return {
    models: at("models"),
    model: (id, topic) => at(`models/${id}`, topic, topic === ALL ? "" : topic),
    coverage: (framework, control) => at(`models/coverage/${framework}`, control),
    attack: (technique) => at("models/attack", technique),
    walk: (topic) => `${base}/walk/${topic.replace(".", "/")}`,
    settings: `${base}/settings`,
  };
}
