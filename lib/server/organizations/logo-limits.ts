/** Largest upload of a logo. Apart from the drawing, so that a page can tell it without loading the library. */
export const MAX_LOGO_BYTES = 1_000_000;
