const known = new Map<string, string>();
let probe: CanvasRenderingContext2D | null = null;

/**
 * A computed colour as every drawing program reads it: "rgb(12,34,56)", or with its opacity. The page's own are OKLCH, which few
 * do. "none" for what is transparent, and for no colour.
 */
export function plainColour(colour: string): string {
  if (colour === "none" || colour === "transparent" || colour.startsWith("url("))
    return colour === "transparent" ? "none" : colour;
  const found = known.get(colour) ?? measure(colour);
  known.set(colour, found);
  return found;
}

function measure(colour: string): string {
  probe ??= Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", {
    willReadFrequently: true,
  });
  if (!probe) return colour;
  probe.clearRect(0, 0, 1, 1);
  probe.fillStyle = colour;
  probe.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = probe.getImageData(0, 0, 1, 1).data;
  if (alpha === 0) return "none";
  return alpha === 255 ? `rgb(${red},${green},${blue})` : `rgba(${red},${green},${blue},${(alpha / 255).toFixed(3)})`;
}
