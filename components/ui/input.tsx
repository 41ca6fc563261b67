import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** The look that every text control shares. */
export const CONTROL =
  "rounded border border-control bg-raised px-2.5 text-body text-ink aria-invalid:border-danger disabled:bg-sunk disabled:text-ink-2 pointer-coarse:min-h-11";

type Props = ComponentProps<"input"> & Readonly<{ figures?: boolean }>;

/** A line of text. `figures` sets it in the monospaced face. */
export function Input({ className, figures, ...rest }: Props) {
  return <input {...rest} className={clsx(CONTROL, "h-8 w-full min-w-0", figures && "font-mono", className)} />;
}
