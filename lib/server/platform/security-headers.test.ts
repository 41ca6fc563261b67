import { describe, expect, it } from "vitest";
import { securityHeaders } from "./security-headers";

const namesOf = (path: string) => Object.keys(securityHeaders(path, undefined));

describe("securityHeaders", () => {
  it("gives a document all of them, whatever its address ends in", () => {
    for (const path of [
      "/",
      "/northwind/settings",
      "/x.js",
      "/_next/static/media/icon.svg",
      "/home?next=/_next/static/a.js",
    ])
      expect(namesOf(path)).toEqual(
        expect.arrayContaining(["X-Frame-Options", "Referrer-Policy", "Permissions-Policy"]),
      );
  });

  it("gives a script or a style what concerns files alone", () => {
    for (const path of ["/_next/static/chunks/a.js", "/_next/static/chunks/a.css?v=1"])
      expect(namesOf(path)).toEqual(["X-Content-Type-Options", "Cross-Origin-Resource-Policy"]);
  });

  it("lets what the API answers be no page", () => {
    expect(securityHeaders("/api/health/ready", undefined)["Content-Security-Policy"]).toContain("sandbox");
  });

  it("asks for https where that is the public address", () => {
    expect(securityHeaders("/", "https://plumbline.example.org")).toHaveProperty("Strict-Transport-Security");
    expect(securityHeaders("/", "http://localhost:3000")).not.toHaveProperty("Strict-Transport-Security");
  });
});
