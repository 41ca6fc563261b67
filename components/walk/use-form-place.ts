"use client";

import type { FormPlace } from "@/components/forms/use-kept-form";
import { useWalk } from "./walk-context";

/** Under which the device keeps what is typed into a form of the walk. @param name which form */
export function useFormPlace(name: string): FormPlace {
  const { me, organization, assessment } = useWalk().data;
  return { account: me.id, name: `form/${organization.slug}/${assessment.slug}/${name}` };
}
