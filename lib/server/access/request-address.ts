/**
 * The caller's network address: from the proxies' header only where proxies are declared, else from the server that took the
 * connection. Each proxy appends whom it heard; what stands before the declared ones' entries was written by the caller.
 */
export function addressOf(headers: Headers): string {
  const proxies = declaredProxies();
  const heard = proxies > 0 ? (headers.get("x-forwarded-for") ?? "").split(",") : [];
  const forwarded = heard.at(-Math.min(proxies, heard.length))?.trim();
  return forwarded?.slice(0, 64) || (headers.get("x-plumbline-peer") ?? "unknown");
}

/** How many proxies stand before this server: "true" is one. */
function declaredProxies(): number {
  const said = process.env.TRUST_PROXY ?? "";
  return said === "true" ? 1 : Number(/^\d+$/.test(said) ? said : 0);
}
