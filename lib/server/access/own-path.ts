const HOME = "/home";

/** A path of this site to go on to, from something that a link carried; home when it leads anywhere else. */
export function ownPath(given: string | undefined): string {
  if (!given?.startsWith("/") || given.startsWith("//") || given.includes("\\") || /[\u0000-\u001f]/.test(given)) return HOME;
  return given === "/" || given.startsWith("/sign-in") ? HOME : given;
}
