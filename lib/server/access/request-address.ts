/** The caller's network address: from the proxy's header only when a proxy is declared, else from the server that took the connection. */
export function addressOf(headers: Headers): string {
  if (process.env.TRUST_PROXY === "true" || process.env.TRUST_PROXY === "1") {
    const forwarded = headers.get("x-forwarded-for")?.split(",")[0]?.trim();
    if (forwarded) return forwarded.slice(0, 64);
  }
  return headers.get("x-plumbline-peer") ?? "unknown";
}
