import { createHash } from "node:crypto";
import sharp from "sharp";
import { fileName } from "../../core/evidence/file-name";
import { type FileType, fileTypeOf } from "../../core/evidence/file-type";
import { readText } from "../../core/evidence/read-text";
import { Problem } from "../platform/problem";

/** A file that was looked into and may be kept. */
export type PreparedFile = Readonly<{
  name: string;
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** In hexadecimal. */
  sha256: string;
  /** PNG, drawn anew. */
  picture: Uint8Array<ArrayBuffer> | null;
  lines: string | null;
}>;

/** A small file can unpack to a huge picture. */
const MAX_PIXELS = 50_000_000;
const PREVIEW_PIXELS = 1_200;
const TIMEOUT_S = 8;
const PREVIEW_LINES = 40;
const PREVIEW_CHARACTERS = 6_000;

/**
 * Tells what a file is by its content, names it, and makes a preview that holds nothing of the file itself: a picture is
 * drawn anew as PNG, of a text the first lines are taken.
 * @throws Problem invalid for a file that is empty, too large, of a type that isn't taken, or no picture that can be drawn
 */
export async function prepareFile(
  file: Readonly<{ name: string; bytes: Uint8Array<ArrayBuffer> }>,
): Promise<PreparedFile> {
  const { bytes } = file;
  const verdict = fileTypeOf(bytes, file.name);
  if (!verdict.ok) throw unusable(verdict.reason);
  const { type } = verdict;
  return {
    name: fileName(file.name, type),
    mediaType: type.mediaType,
    bytes,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    picture: type.preview === "picture" ? await drawAnew(bytes, type) : null,
    lines: type.preview === "text" ? firstLines(bytes) : null,
  };
}

async function drawAnew(bytes: Uint8Array<ArrayBuffer>, { mediaType }: FileType): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { format } = await sharp(bytes, { limitInputPixels: MAX_PIXELS }).metadata();
    if (`image/${format}` !== mediaType) throw new RangeError(format);
    const drawn = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" })
      .autoOrient()
      .resize({ width: PREVIEW_PIXELS, height: PREVIEW_PIXELS, fit: "inside", withoutEnlargement: true })
      .png()
      .timeout({ seconds: TIMEOUT_S })
      .toBuffer();
    return new Uint8Array(drawn);
  } catch {
    throw unusable("This picture can’t be read. Save it anew, at most 50 megapixels, and try again.");
  }
}

function firstLines(bytes: Uint8Array<ArrayBuffer>): string {
  const text = (readText(bytes) ?? "").replace(/^\ufeff/, "");
  return text.split("\n", PREVIEW_LINES).join("\n").slice(0, PREVIEW_CHARACTERS);
}

function unusable(message: string): Problem {
  return new Problem("invalid", message, [{ path: "file", message }]);
}
