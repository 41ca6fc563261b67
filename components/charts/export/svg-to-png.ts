import type { Sheet } from "./draw-sheet";

/** Twice the size on screen: sharp on slides and in print. */
const SCALE = 2;

/** Draws a sheet as a picture. @throws Error when the browser can't */
export async function svgToPng({ text, width, height }: Sheet): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error("the picture could not be drawn");
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}
