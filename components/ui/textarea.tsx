import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { CONTROL } from "./input";

/** Several lines of text; grows with what is written where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={clsx(CONTROL, "field-sizing-content min-h-16 w-full py-1.5", className)}
    />
  );
}
