import type { Figure } from "@/lib/core/reports/document";
import { DrawingPicture } from "./drawing-picture";

/** A picture at a size that can be read; on a phone it scrolls inside itself. */
export function ScrollingPicture({ drawing, alt }: Pick<Figure, "drawing" | "alt">) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, and there are none
    <div role="group" aria-label="Picture" tabIndex={0} className="max-w-180 overflow-x-auto">
      <DrawingPicture drawing={drawing} alt={alt} />
    </div>
  );
}
