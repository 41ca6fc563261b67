import { MAX_FILE_BYTES } from "./file-limits";
import { readText } from "./read-text";
import { readZipDirectory } from "./read-zip-directory";

/** What a file is by its content. */
export type FileType = Readonly<{
  mediaType: string;
  /** Endings that a name of this type may have, the usual one first. */
  extensions: readonly string[];
  preview: "picture" | "text" | null;
}>;

export type FileVerdict = Readonly<{ ok: true; type: FileType }> | Readonly<{ ok: false; reason: string }>;

/** What is taken, in words. */
export const TAKEN_WORDS =
  "PNG, JPEG, WebP or GIF pictures, PDF, Word, Excel, PowerPoint and OpenDocument files, and text such as CSV or JSON";

/** An office file that unpacks to more is made to harm whoever opens it. */
const MAX_UNPACKED_BYTES = 500_000_000;

/**
 * Tells by the content whether a file may stand as evidence, and what it is. The name only decides which kind of text a
 * text is.
 */
export function fileTypeOf(bytes: Uint8Array, name: string): FileVerdict {
  if (bytes.byteLength === 0) return refuse("The file is empty.");
  if (bytes.byteLength > MAX_FILE_BYTES) return refuse("The file is larger than 20 MB.");
  const picture = PICTURES.find(({ magic }) => hasMagic(bytes, magic));
  if (picture) return { ok: true, type: { ...picture.type, preview: "picture" } };
  if (hasMagic(bytes, [[0, "%PDF-"]])) return { ok: true, type: PDF };
  if (hasMagic(bytes, [[0, "PK\u0003\u0004"]])) return officeType(bytes);
  const refused = REFUSED.find(({ magic }) => hasMagic(bytes, magic));
  if (refused) return refuse(refused.reason);
  const text = readText(bytes);
  if (text === null) return refuse(`This type of file isn’t taken. Attach ${TAKEN_WORDS}.`);
  if (text.trimStart().startsWith("<") && MARKUP.test(text.slice(0, MARKUP_CHARACTERS))) {
    return refuse("This is a web page or an SVG drawing, which can carry scripts. Attach a PNG or a PDF of it.");
  }
  const ending = name.toLowerCase().split(".").at(-1) ?? "";
  return { ok: true, type: TEXTS.find(({ extensions }) => extensions.includes(ending)) ?? PLAIN };
}

type Magic = readonly (readonly [offset: number, characters: string])[];

function hasMagic(bytes: Uint8Array, magic: Magic): boolean {
  return magic.every(([offset, characters]) =>
    [...characters].every((character, index) => bytes[offset + index] === character.charCodeAt(0)),
  );
}

function refuse(reason: string): FileVerdict {
  return { ok: false, reason };
}

function officeType(bytes: Uint8Array): FileVerdict {
  const directory = readZipDirectory(bytes);
  if (!directory) return refuse("The file is damaged. Save it anew and try again.");
  const { names, unpackedBytes } = directory;
  if (unpackedBytes > MAX_UNPACKED_BYTES)
    return refuse("The file unpacks to more than 500 MB. Save it anew, or as a PDF.");
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) {
    return refuse("The file holds macros. Save it without them, or as a PDF.");
  }
  const has = new Set(names);
  const office = has.has("[Content_Types].xml") ? OFFICE.find(({ part }) => has.has(part)) : undefined;
  if (office) return { ok: true, type: office.type };
  const mimetype = new TextDecoder("latin1").decode(bytes.subarray(30, 120));
  const open = OPEN_DOCUMENTS.find(({ mediaType }) => mimetype.startsWith(`mimetype${mediaType}`));
  if (open) return { ok: true, type: open };
  return refuse("Archives aren’t taken. Attach the file itself.");
}

const PDF: FileType = { mediaType: "application/pdf", extensions: ["pdf"], preview: null };
const PLAIN: FileType = {
  mediaType: "text/plain",
  extensions: ["txt", "log", "md", "xml", "yaml", "yml", "ini", "conf", "cfg", "toml", "eml"],
  preview: "text",
};
const TEXTS: readonly FileType[] = [
  { mediaType: "text/csv", extensions: ["csv"], preview: "text" },
  { mediaType: "text/tab-separated-values", extensions: ["tsv"], preview: "text" },
  { mediaType: "application/json", extensions: ["json", "jsonl"], preview: "text" },
];

const PICTURES: readonly Readonly<{ magic: Magic; type: Omit<FileType, "preview"> }>[] = [
  { magic: [[0, "\u0089PNG\r\n\u001a\n"]], type: { mediaType: "image/png", extensions: ["png"] } },
  { magic: [[0, "\u00ff\u00d8\u00ff"]], type: { mediaType: "image/jpeg", extensions: ["jpg", "jpeg"] } },
  {
    magic: [
      [0, "RIFF"],
      [8, "WEBP"],
    ],
    type: { mediaType: "image/webp", extensions: ["webp"] },
  },
  { magic: [[0, "GIF8"]], type: { mediaType: "image/gif", extensions: ["gif"] } },
];

const office = (kind: string, extension: string): FileType => ({
  mediaType: `application/vnd.openxmlformats-officedocument.${kind}`,
  extensions: [extension],
  preview: null,
});
const OFFICE: readonly Readonly<{ part: string; type: FileType }>[] = [
  { part: "word/document.xml", type: office("wordprocessingml.document", "docx") },
  { part: "xl/workbook.xml", type: office("spreadsheetml.sheet", "xlsx") },
  { part: "ppt/presentation.xml", type: office("presentationml.presentation", "pptx") },
];

const OPEN_DOCUMENTS: readonly FileType[] = ["text:odt", "spreadsheet:ods", "presentation:odp"].map((pair) => {
  const [kind = "", extension = ""] = pair.split(":");
  return { mediaType: `application/vnd.oasis.opendocument.${kind}`, extensions: [extension], preview: null };
});

const PROGRAM = "This is a program. Attach a screenshot or an export of what it shows.";
const ARCHIVE = "Archives aren’t taken. Attach the file itself.";
const REFUSED: readonly Readonly<{ magic: Magic; reason: string }>[] = [
  { magic: [[0, "MZ"]], reason: PROGRAM },
  { magic: [[0, "\u007fELF"]], reason: PROGRAM },
  { magic: [[0, "\u00cf\u00fa\u00ed\u00fe"]], reason: PROGRAM },
  { magic: [[0, "\u00ca\u00fe\u00ba\u00be"]], reason: PROGRAM },
  {
    magic: [[0, "\u00d0\u00cf\u0011\u00e0"]],
    reason: "This is an old or encrypted Office file. Save it as DOCX, XLSX, PPTX or PDF.",
  },
  { magic: [[0, "7z\u00bc\u00af"]], reason: ARCHIVE },
  { magic: [[0, "Rar!"]], reason: ARCHIVE },
  { magic: [[0, "\u001f\u008b"]], reason: ARCHIVE },
  { magic: [[0, "PK\u0005\u0006"]], reason: ARCHIVE },
];

const MARKUP_CHARACTERS = 4_000;
/** What makes a browser take text for a page. */
const MARKUP = /<\s*(?:svg|html|head|body|script|iframe|!doctype\s+(?:html|svg))\b/i;
