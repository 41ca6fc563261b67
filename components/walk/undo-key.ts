/** How the key for undo is written on this machine. Only after an action, so that the server never has to know. */
export function undoKey(): string {
  const apple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);
  return apple ? "⌘ Z" : "Ctrl Z";
}
