"use client";

import { EvidenceForm } from "@/components/evidence/evidence-form";
import { choicesIn } from "@/lib/core/evidence/choices";
import type { EvidenceView } from "@/lib/core/walk/evidence-view";
import { saveEvidence } from "../store/evidence-actions";
import { useFormPlace } from "../use-form-place";
import { useTimeTelling, useWalk, useWalkState } from "../walk-context";

type Props = Readonly<{ criterion: string; item?: EvidenceView; offered?: File | null; onDone: () => void }>;

/** The form for evidence beside a criterion, with all of the walk's criteria to choose from. */
export function WalkEvidenceForm({ criterion, item, offered, onDone }: Props) {
  const store = useWalk();
  const { texts, evidence } = useWalkState("texts", "evidence");
  const { today } = useTimeTelling();
  const place = useFormPlace(`evidence/${item?.id ?? criterion}`);
  const said = item
    ? [...evidence.values()].flat().filter(({ id }) => id === item.id)
    : [{ criterion, verdict: "supports" as const }];
  const open = store.places.filter(({ topic }) => store.readOnly(topic.id) === null).map(({ topic }) => topic);
  return (
    <EvidenceForm
      piece={item && { ...item, fileName: item.file?.name }}
      said={said}
      choices={choicesIn(open, texts, store.get().topic)}
      today={today}
      offered={offered}
      place={place}
      send={(fields, file, tools) => saveEvidence(store, { fields, file, id: item?.id }, tools)}
      onDone={onDone}
    />
  );
}
