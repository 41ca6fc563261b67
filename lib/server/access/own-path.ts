const HOME = "/home";
/** Any address will do: it only shows whether a path leads away. */
const BASE = "https://plumbline.invalid";

/** A path of this site to go on to, from something that a link carried; home when it leads anywhere else. */
export function ownPath(given: string | undefined): string {
  if (!given?.startsWith("/") || !URL.canParse(given, BASE)) return HOME;
  const url = new URL(given, BASE);
  // What a path resolves to may begin with two slashes, which a browser reads as another site.
  if (
    url.origin !== BASE ||
    url.pathname.startsWith("//") ||
    url.pathname === "/" ||
    url.pathname.startsWith("/sign-in")
  )
    return HOME;
  return url.pathname + url.search + url.hash;
}
