/** Largest file of a piece of evidence: 20 MB. Apart from the rest, so that a page can tell it without loading more. */
export const MAX_FILE_BYTES = 20_000_000;
