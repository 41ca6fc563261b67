import type { FileType } from "./file-type";

const MAX_CHARACTERS = 180;
/** Controls, and marks that turn the direction of what follows, with which "exe.png" can be made to read "gnp.exe". */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** What file systems take for something else. */
const RESERVED = /[<>:"|?*]/g;

/**
 * The name under which a file is kept and given out: the last part of a path, without hidden characters, at most 180
 * characters long, with the ending of what the file is.
 *
 * @param given as the browser sent it
 */
export function fileName(given: string, { extensions }: FileType): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replace(HIDDEN, "")
    .replace(RESERVED, "-")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const dot = plain.lastIndexOf(".");
  const fits = dot > 0 && extensions.includes(plain.slice(dot + 1).toLowerCase());
  const [stem, ending] = fits ? [plain.slice(0, dot), plain.slice(dot)] : [plain, `.${extensions[0] ?? "bin"}`];
  return `${[...stem].slice(0, MAX_CHARACTERS - ending.length).join("") || "file"}${ending}`;
}

/**
 * The header that has a browser save a file under its name, whatever letters it has (RFC 6266, RFC 8187).
 *
 * @param name as `fileName` gives it
 */
export function attachmentHeader(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const coded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}
