import { Choice, type ChoiceProps } from "./choice";

/** One of several; use inside RadioGroup, with one `name`. */
export function Radio(props: ChoiceProps) {
  return <Choice {...props} type="radio" look="rounded-full after:size-2 after:rounded-full after:bg-ink" />;
}
