import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** The browser's own file chooser with a button that looks like ours. */
export function FileInput({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return (
    <input
      {...rest}
      type="file"
      className={clsx(
        "w-full max-w-full min-w-0 text-note text-ink-2 disabled:opacity-55",
        "file:mr-3 file:min-h-8 file:cursor-pointer file:rounded file:border file:border-solid file:border-control file:bg-raised file:px-2.75 file:text-note file:font-medium file:text-ink hover:file:bg-sunk pointer-coarse:file:min-h-11",
        className,
      )}
    />
  );
}
