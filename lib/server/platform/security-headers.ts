/**
 * Headers of every response, set by the server before Next.js sees the request: pages, files and the API alike. A page's own
 * content security policy, which names a nonce, is set by the proxy.
 *
 * @param path of the request, from the slash on
 * @param publicUrl the address people use, where one is configured
 */
export function securityHeaders(path: string, publicUrl: string | undefined): Readonly<Record<string, string>> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(PART_OF_A_PAGE.test(path) ? {} : DOCUMENT),
    ...(path.startsWith("/api/") ? { "Content-Security-Policy": NO_PAGE } : {}),
    ...(publicUrl?.startsWith("https://")
      ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" }
      : {}),
  };
}

/** What only a document obeys. */
const DOCUMENT = {
  "Referrer-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/** Scripts and styles, of which a page loads dozens. */
const PART_OF_A_PAGE = /^\/_next\/static\/[^?]+\.(js|css)(\?|$)/;

/** What the API answers is data or a file, never a page of ours: a browser that opens it all the same gives it no right. */
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'; sandbox";
