// The rows that a reader has made, as CSV after RFC 4180: commas, CRLF, decimal points, every digit. A text that a
// spreadsheet would take for a formula is written as ="…", as in the portal's CSV for spreadsheets.
const FORMULA = /^\s*[=+\-@\t\r]/;
const QUOTED = /[",\r\n]/;

function cell(text, safe) {
  const kept = !safe && FORMULA.test(text) ? `="${text.replaceAll('"', '""')}"` : text;
  return QUOTED.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept;
}

// Pieces of some thousand rows, so that the page can breathe between them.
export async function csv(columns, rows) {
  const pieces = [`${columns.map(({ head }) => cell(head.tajuk ?? head.nama, false)).join(",")}\r\n`];
  for (let from = 0; from < rows.length; from += 5000) {
    let piece = "";
    for (const row of rows.subarray(from, from + 5000)) {
      piece += `${columns.map((column) => cell(column.raw(row) ?? "", column.numeric)).join(",")}\r\n`;
    }
    pieces.push(piece);
    await new Promise((go) => setTimeout(go));
  }
  return new Blob(pieces, { type: "text/csv;charset=utf-8" });
}

export { save } from "./simpan.mjs";
