/**
 * Rows as comma-separated text (RFC 4180, with a byte order mark, so that spreadsheets read it as UTF-8). Figures as they are written
 * on pages become plain numbers ("+0.11", "−0.02", "1,204"); any other text that a spreadsheet would run as a formula
 * is kept from it by an apostrophe.
 *
 * @param notes lines after the rows, each in one cell: where the rows come from
 */
export function toCsv(rows: readonly (readonly string[])[], notes: readonly string[]): string {
  const lines = [...rows, [], ...notes.map((note) => [note])];
  return `\u{FEFF}${lines.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

const FIGURE = /^[+−-]?\d{1,3}(,\d{3})*(\.\d+)?$|^[+−-]?\d+(\.\d+)?$/;
/** What spreadsheets take for the beginning of a formula, wide forms and white space before it included. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@−＝＋－＠]|^[\t\r\n]/u;

function cell(text: string): string {
  if (FIGURE.test(text)) return text.replace("−", "-").replace(/[+,]/g, "");
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
