import { Choice, type ChoiceProps } from "./choice";

const LOOK =
  "rounded-[3px] checked:bg-ink after:mb-px after:h-2.25 after:w-1.25 after:rotate-45 after:border-r-2 after:border-b-2 after:border-on-ink";

/** Something that is so or not, sent with its form. */
export function Checkbox(props: ChoiceProps) {
  return <Choice {...props} type="checkbox" look={LOOK} />;
}
