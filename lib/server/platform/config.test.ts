import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readConfig, SETTINGS } from "./config";

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

  it.each([{ TRUST_PROXY: "true" }, { TLS_CERT: "cert.pem", TLS_KEY: "key.pem" }])(
    "serves the network with %j",
    (more) => {
      expect(readConfig({ HOST: "0.0.0.0", ...more }).HOST).toBe("0.0.0.0");
    },
  );
});
