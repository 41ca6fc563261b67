/** A Chromium to drive: the one named, the system's, Playwright's own, or one that is installed now. Undefined when none can be had. */
export function findChromium(tell: (step: string) => void): string | undefined;
