import { afterEach, describe, expect, it } from "vitest";
import { addressOf } from "./request-address";

const asked = (forwarded?: string) =>
  addressOf(new Headers({ "x-plumbline-peer": "192.0.2.1", ...(forwarded ? { "x-forwarded-for": forwarded } : {}) }));

afterEach(() => {
  delete process.env.TRUST_PROXY;
});

describe("addressOf", () => {
  it("is the connection's where no proxy is declared, whatever a header says", () => {
    expect(asked("203.0.113.9")).toBe("192.0.2.1");
  });

  it.each(["true", "1"])(
    "is what the one proxy appended, not what the caller wrote before it (TRUST_PROXY=%s)",
    (said) => {
      process.env.TRUST_PROXY = said;
      expect(asked("10.9.9.9, 203.0.113.9")).toBe("203.0.113.9");
      expect(asked()).toBe("192.0.2.1");
    },
  );

  it("is what the outermost of two proxies appended", () => {
    process.env.TRUST_PROXY = "2";
    expect(asked("10.9.9.9, 203.0.113.9, 198.51.100.2")).toBe("203.0.113.9");
    expect(asked("203.0.113.9")).toBe("203.0.113.9");
  });
});
