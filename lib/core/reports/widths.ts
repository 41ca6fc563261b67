/** Width of the text of a page in points: A4 less two margins of 22 mm. Drawings fill it. */
export const PAGE_WIDTH = 470;
