/**
 * A CSV text as county offices open it: UTF-8 with byte order mark, CRLF. A cell that a spreadsheet would take for
 * a formula (it starts with `= + - @` or a control character) gets an apostrophe before it and stays text.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
