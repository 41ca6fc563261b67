/** The text of a table's cells, row by row. Parts of a cell that stand under each other are told apart by a space. */
export function tableRows(table: HTMLTableElement): string[][] {
  return [...table.rows].map((row) => [...row.cells].map(cellText));
}

function cellText(cell: Element): string {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const parts: string[] = [];
  while (texts.nextNode()) parts.push(texts.currentNode.textContent ?? "");
  return parts.join(" ").replace(/\s+/g, " ").trim();
}
