import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { logoImage } from "./logo-image";

const text = (value: string) => new TextEncoder().encode(value);
const svg = (inside: string) =>
  text(
    `<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20">${inside}</svg>`,
  );
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#1f4e79" } });

describe("logoImage", () => {
  it("draws an SVG sharply, as PNG", async () => {
    const drawn = await logoImage(svg('<rect width="40" height="20" fill="#1f4e79"/>'));
    expect(await sharp(drawn).metadata()).toMatchObject({ format: "png", width: 1200, height: 600 });
  });

  it("takes the document type that some programs write", async () => {
    const type = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><rect width="4" height="2"/></svg>';
    await expect(logoImage(text(`<?xml version="1.0"?>${type}${drawing}`))).resolves.toBeDefined();
  });

  it("takes references inside the drawing, however they are written", async () => {
    const inside = `<use href=" #a"/><use xlink:href='#a'/><rect id="a" width="4" height="2" fill="url( '#b' )"/>`;
    await expect(logoImage(svg(inside))).resolves.toBeDefined();
  });

  it("tells a picture by its content in no time, whatever stands before", async () => {
    const began = performance.now();
    await expect(logoImage(text(`${"<!---->".repeat(500)}<html>`))).rejects.toMatchObject({ kind: "invalid" });
    expect(performance.now() - began).toBeLessThan(500);
  });

  it("makes a large picture smaller and leaves a small one", async () => {
    const large = await logoImage(await picture(3000, 1000).jpeg().toBuffer());
    expect(await sharp(large).metadata()).toMatchObject({ format: "png", width: 1200, height: 400 });
    const small = await logoImage(await picture(300, 100).png().toBuffer());
    expect(await sharp(small).metadata()).toMatchObject({ width: 300, height: 100 });
  });

  it("keeps no metadata", async () => {
    const tagged = picture(30, 10)
      .jpeg()
      .withExif({ IFD0: { Copyright: "secret" } });
    expect((await sharp(await logoImage(await tagged.toBuffer())).metadata()).exif).toBeUndefined();
  });

  it.each([
    ["a page", text("<html><svg></svg></html>")],
    ["a script by another name", text("alert(1)")],
    ["nothing", new Uint8Array()],
    ["a broken PNG", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])],
    ["an SVG with entities", text('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["an SVG that declares entities later", text('<svg xmlns="http://www.w3.org/2000/svg"><!ENTITY a "b"></svg>')],
    ["an SVG that reads a file", svg('<image xlink:href="file:///etc/passwd" width="40" height="20"/>')],
    ["an SVG that fetches", svg('<image href="https://example.org/a.png" width="40" height="20"/>')],
    ["an SVG with a style sheet from outside", svg("<style>@import url(https://example.org/a.css);</style>")],
    ["an SVG inside an SVG", svg('<image href="data:image/svg+xml;base64,AAAA" width="40" height="20"/>')],
  ])("refuses %s", async (_, bytes) => {
    await expect(logoImage(bytes)).rejects.toMatchObject({ kind: "invalid", fields: [{ path: "logo" }] });
  });

  it("refuses a small file that unpacks to a huge picture", async () => {
    const bomb = await picture(12_000, 3_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.byteLength).toBeLessThan(1_000_000);
    await expect(logoImage(bomb)).rejects.toMatchObject({ kind: "invalid" });
  });

  it("draws a script in an SVG as nothing", async () => {
    const drawn = await logoImage(
      svg('<script>alert(1)</script><use href="#a"/><rect id="a" width="40" height="20"/>'),
    );
    expect(Buffer.from(drawn).includes("alert")).toBe(false);
  });
});
