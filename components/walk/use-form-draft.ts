"use client";

import { type KeptForm, useKeptForm } from "@/components/forms/use-kept-form";
import { useWalk } from "./walk-context";

/** Keeps what is typed into a form of the walk over a reload of this tab. @param name which form */
export function useFormDraft(name: string): KeptForm {
  const { data } = useWalk();
  return useKeptForm(`plumbline.form/${data.me.id}/${data.organization.slug}/${data.assessment.slug}/${name}`);
}
