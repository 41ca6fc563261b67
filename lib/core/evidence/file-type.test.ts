import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeZip } from "../../../tests/support/make-zip";
import { MAX_FILE_BYTES } from "./file-limits";
import { attachmentHeader, fileName } from "./file-name";
import { fileTypeOf } from "./file-type";

const bytes = (text: string) => Buffer.from(text, "latin1");
const PNG = bytes("\u0089PNG\r\n\u001a\n....");
const word = (...more: Parameters<typeof makeZip>[0]) =>
  makeZip([{ name: "[Content_Types].xml", content: "<Types/>" }, { name: "word/document.xml" }, ...more]);

describe("fileTypeOf", () => {
  it.each([
    ["a.png", PNG, "image/png"],
    ["a.exe", PNG, "image/png"],
    ["a.jpg", bytes("\u00ff\u00d8\u00ff\u00e0"), "image/jpeg"],
    ["a.webp", bytes("RIFF....WEBPVP8 "), "image/webp"],
    ["a.pdf", bytes("%PDF-1.7\n"), "application/pdf"],
    ["a.docx", word(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    [
      "a.ods",
      makeZip([{ name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" }]),
      "application/vnd.oasis.opendocument.spreadsheet",
    ],
    ["a.csv", Buffer.from("name;größe\r\nLaptop 💻;1"), "text/csv"],
    ["a.json", Buffer.from("{}"), "application/json"],
    ["scan.xml", Buffer.from('<?xml version="1.0"?><report><host/></report>'), "text/plain"],
    ["colour.log", Buffer.from("\u001b[31mfailed\u001b[0m"), "text/plain"],
    ["export.txt", Buffer.from("\ufeffUsers\tמשתמש", "utf16le"), "text/plain"],
  ])("takes %s for what its content is", (name, content, mediaType) => {
    expect(fileTypeOf(content, name)).toMatchObject({ ok: true, type: { mediaType } });
  });

  it.each([
    ["nothing", "a.png", Buffer.alloc(0), /empty/],
    ["a program by another name", "a.png", bytes("MZ\u0090\u0000"), /program/],
    ["a drawing", "a.png", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/],
    ["a drawing after a comment", "a.txt", Buffer.from('<?xml version="1.0"?><!-- a --><svg/>'), /SVG/],
    ["a page", "a.csv", Buffer.from("\ufeff  <!DOCTYPE html><p>"), /web page/],
    ["an archive", "a.docx", makeZip([{ name: "a.txt", content: "a" }]), /Archives/],
    [
      "an archive with office names only inside a folder",
      "a.docx",
      makeZip([{ name: "x/word/document.xml" }]),
      /Archives/,
    ],
    ["a damaged office file", "a.docx", word().subarray(0, 60), /damaged/],
    ["macros", "a.docm", word({ name: "word/vbaProject.bin" }), /macros/],
    [
      "an office file that declares 4 GB",
      "a.docx",
      word({ name: "word/media/a.png", declared: 4_000_000_000 }),
      /500 MB/,
    ],
    ["an old office file", "a.doc", bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1"), /old or encrypted/],
    ["bytes", "a.txt", Buffer.from([1, 2, 3, 250]), /type of file/],
    ["a byte too many", "a.txt", Buffer.alloc(MAX_FILE_BYTES + 1, "a"), /20 MB/],
  ])("refuses %s", (_, name, content, reason) => {
    expect(fileTypeOf(content, name)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom("PK\u0003\u0004", ""), (tail, head) => {
        const end = Buffer.from("504b0506", "hex");
        fileTypeOf(Buffer.concat([bytes(head), tail, end, tail]), "a.docx");
      }),
    );
  });
});

describe("fileName", () => {
  const png = { mediaType: "image/png", extensions: ["png"], preview: "picture" } as const;
  it.each([
    ["photo.png", "photo.png"],
    ["Bericht 🔐 Übersicht.PNG", "Bericht 🔐 Übersicht.PNG"],
    ["../../etc/passwd", "passwd.png"],
    ["C:\\Users\\me\\shot.png", "shot.png"],
    ["invoice\u202egnp.exe", "invoicegnp.exe.png"],
    ["صورة.png", "صورة.png"],
    ["line\r\nbreak\u0000.png", "linebreak.png"],
    ["...", "file.png"],
    ["", "file.png"],
    ["a:b*c?.png", "a-b-c-.png"],
  ])("makes of %j %j", (given, name) => {
    expect(fileName(given, png)).toBe(name);
  });

  it("can't end a header or name a folder, whatever was given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (given) => {
        const name = fileName(given, png);
        expect(name).not.toMatch(/[/\\\p{Cc}\u202e]/u);
        expect([...name].length).toBeLessThanOrEqual(180);
        expect(attachmentHeader(name)).toMatch(
          /^attachment; filename="[^"\r\n\\]+"; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/,
        );
      }),
    );
  });

  it("says a name in both ways that browsers read", () => {
    expect(attachmentHeader("Ü 1.png")).toBe(`attachment; filename="_ 1.png"; filename*=UTF-8''%C3%9C%201.png`);
  });
});
