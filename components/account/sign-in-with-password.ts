import { clearVault } from "@/components/device/vault";

/**
 * Signs in through next-auth's credentials route, which sets the session's cookie.
 * @returns what came of it; never throws
 */
export async function signInWithPassword(
  email: string,
  password: string,
): Promise<"signed-in" | "wrong" | "throttled" | "offline"> {
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    const response = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
    });
    const { url } = (await response.json()) as { url: string };
    const error = new URL(url, window.location.href).searchParams.get("error");
    if (response.ok && !error) return "signed-in";
    return error === "throttled" ? "throttled" : "wrong";
  } catch {
    return "offline";
  }
}

/**
 * Ends the session here and in the database, and removes what the person keeps on this device.
 * @throws where there is no connection or the server refuses; then nothing has ended
 */
export async function signOut(person: string): Promise<void> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  const ended = await fetch("/api/auth/signout", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, json: "true" }),
  });
  if (!ended.ok) throw new Error("still signed in");
  await clearVault(person);
  window.location.assign("/sign-in");
}
