import { afterEach, describe, expect, it } from "vitest";
import { authOptions } from "./auth-options";
import { sessionHash } from "./session";

describe("cookies of a server that speaks https by itself", () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  it.each([
    ["https://localhost:3000", "__Host-plumbline.session"],
    ["http://localhost:3000", "plumbline.session"],
  ])("at %s the session is in %s, without a PUBLIC_URL", async (origin, name) => {
    delete process.env.PUBLIC_URL;
    process.env.NEXTAUTH_URL = origin;
    const asked: string[] = [];
    await sessionHash((cookie) => {
      asked.push(cookie);
      return undefined;
    });
    expect(asked).toEqual([name]);
    const { cookies, useSecureCookies } = authOptions();
    expect(cookies?.sessionToken).toMatchObject({ name, options: { secure: useSecureCookies } });
    expect(useSecureCookies).toBe(name.startsWith("__Host-"));
  });
});
