import { isMap, isSeq, parseDocument } from "yaml";
import type { Questionnaire } from "../types";

/** A change that a form control makes in a text: in that of an overlay, and of the version also in a whole one's. */
export type OverlayEdit =
  | Readonly<{ kind: "hide" | "show"; topic: string }>
  | Readonly<{ kind: "weigh"; id: string; weight: number | null }>
  | Readonly<{ kind: "threshold"; threshold: number | null }>
  | Readonly<{ kind: "rebase"; base: string; version: string }>
  | Readonly<{ kind: "version"; version: string }>;

/**
 * Makes one change in the text of an overlay and leaves the rest of it, comments included, as it is.
 * @param text one that `readOwn` can read
 */
export function editOverlay(text: string, edit: OverlayEdit): string {
  const document = parseDocument(text);
  const put = (path: readonly string[], value: unknown) => document.setIn(path, value);
  switch (edit.kind) {
    case "hide":
      if (!isSeq(document.get("hide"))) put(["hide"], document.createNode([]));
      document.addIn(["hide"], edit.topic);
      break;
    case "show": {
      const hidden: unknown = document.toJS().hide;
      const index = Array.isArray(hidden) ? hidden.indexOf(edit.topic) : -1;
      if (index >= 0) document.deleteIn(["hide", index]);
      break;
    }
    case "weigh":
      if (!isMap(document.get("weights"))) put(["weights"], document.createNode({}));
      if (edit.weight === null) document.deleteIn(["weights", edit.id]);
      else put(["weights", edit.id], edit.weight);
      break;
    case "threshold":
      if (edit.threshold === null) document.delete("threshold");
      else put(["threshold"], edit.threshold);
      break;
    case "rebase":
      put(["base"], document.createNode({ questionnaire: edit.base, version: edit.version }));
      break;
    case "version":
      put(["version"], edit.version);
      break;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** The text of a new overlay that changes nothing yet. */
export function newOverlay(base: Pick<Questionnaire, "id" | "version" | "title">, id: string): string {
  return `# Lies over ${base.id} ${base.version}: what isn't said here is as it is there.
id: ${id}
version: 1.0.0
title: ${base.title}, our own
base: {questionnaire: ${base.id}, version: ${base.version}}

# Share of a stage that must hold, from 0.5 to 1:
# threshold: 0.85

# Weights by the id of a pillar, a topic or a criterion, up to 10:
weights: {}

# Topics that are left out, with their criteria:
hide: []

# More criteria in topics of the base; the last part of each id begins with own-:
criteria: []

# Topics of your own in pillars of the base, such as identity.own-badges:
topics: []
`;
}
