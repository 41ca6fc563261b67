import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { originOf, readConfig, SETTINGS } from "./config";

describe("configuration", () => {
  it("has a line in .env.example for every setting, and none for what is no setting", () => {
    const lines = readFileSync(".env.example", "utf8").match(/^[A-Z][A-Z0-9_]*(?==)/gm);
    expect([...(lines ?? [])].sort()).toEqual([...SETTINGS].sort());
  });

  it("takes an empty value as not given", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: "" })).toMatchObject({ PORT: 3000, HOST: "127.0.0.1" });
  });

  it("names every setting that is wrong, and none of the values", () => {
    expect(() => readConfig({ PORT: "abc", DATABASE_URL: "mysql://user:secret@host/x" })).toThrow(
      /PORT[\s\S]*DATABASE_URL/,
    );
    expect(() => readConfig({ DATABASE_URL: "mysql://user:secret@host/x" })).not.toThrow(/secret/);
  });

  it("takes a store for files whole or not at all, and never tells its key", () => {
    const store = {
      EVIDENCE_S3_ENDPOINT: "https://s3.example.org",
      EVIDENCE_S3_BUCKET: "evidence",
      EVIDENCE_S3_ACCESS_KEY_ID: "id",
    };
    expect(() => readConfig(store)).toThrow(/half set: EVIDENCE_S3_SECRET_ACCESS_KEY/);
    expect(readConfig({ ...store, EVIDENCE_S3_SECRET_ACCESS_KEY: "secret" })).toMatchObject(store);
  });

  it.each([{}, { TLS_CERT: "cert.pem" }])("refuses to serve the network unencrypted", (more) => {
    expect(() => readConfig({ HOST: "0.0.0.0", ...more })).toThrow(/unencrypted/);
  });

  const tls = { TLS_CERT: "cert.pem", TLS_KEY: "key.pem" };
  const address = { PUBLIC_URL: "https://plumbline.example.org" };

  it.each([{ TRUST_PROXY: "true" }, tls])("serves the network with %j and an address", (more) => {
    expect(readConfig({ HOST: "0.0.0.0", ...more, ...address }).HOST).toBe("0.0.0.0");
  });

  it.each([{ HOST: "0.0.0.0", TRUST_PROXY: "1" }, { HOST: "0.0.0.0", ...tls }, { TRUST_PROXY: "true" }])(
    "asks for the address that people type with %j",
    (given) => {
      expect(() => readConfig(given)).toThrow(/without PUBLIC_URL/);
    },
  );

  it.each([{ HOST: "0.0.0.0", ...tls }, tls, { TRUST_PROXY: "true" }])(
    "refuses an address without https with %j",
    (given) => {
      expect(() => readConfig({ ...given, PUBLIC_URL: "http://plumbline.example.org" })).toThrow(/https:/);
    },
  );

  it.each([
    [{}, "http://127.0.0.1:3000"],
    [{ HOST: "::1", PORT: "4000" }, "http://[::1]:4000"],
    [{ HOST: "localhost", ...tls }, "https://localhost:3000"],
    [{ HOST: "0.0.0.0", ...tls, ...address }, "https://plumbline.example.org"],
  ])("makes links for %j at %s", (given, origin) => {
    expect(originOf(readConfig(given))).toBe(origin);
  });

  it("refuses a port that nobody could be told", () => {
    expect(() => readConfig({ PORT: "0" })).toThrow(/PORT/);
  });
});
