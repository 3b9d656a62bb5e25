// Which rows a reader asks for, and in which order. Distinct values are judged once, rows by the number of their value.
import { level, places, plain, steps } from "./kolom.mjs";

// Row numbers that pass every filter but that of the column `but`.
export function found(columns, total, { saring, cari, dicari }, but = "") {
  const kept = new Uint8Array(total).fill(1);
  for (const [name, filter] of saring) if (name !== but) narrow(kept, columns.get(name), filter);
  for (const word of plain(cari).split(/\s+/).filter(Boolean)) search(kept, dicari.map((name) => columns.get(name)), word);
  let count = 0;
  for (const each of kept) count += each;
  const rows = new Uint32Array(count);
  for (let row = 0, at = 0; row < total; row += 1) if (kept[row]) rows[at++] = row;
  return rows;
}

function search(kept, columns, word) {
  const hit = new Uint8Array(kept.length);
  for (const { codes, searched } of columns) {
    if (!codes) continue;
    const right = Uint8Array.from(searched, (text) => text.includes(word));
    for (let row = 0; row < hit.length; row += 1) if (codes[row] >= 0) hit[row] |= right[codes[row]];
  }
  for (let row = 0; row < hit.length; row += 1) kept[row] &= hit[row];
}

function narrow(kept, column, { cara, nilai }) {
  if (cara === "kosong" || cara === "terisi") {
    for (let row = 0; row < kept.length; row += 1) kept[row] &= column.has(row) === (cara === "terisi");
  } else if (column.numbers) {
    const [low, high] = nilai.map((text) => (text === "" ? NaN : Number(`${text}e${column.scale}`)));
    const { numbers } = column;
    for (let row = 0; row < kept.length; row += 1) {
      const number = numbers[row];
      if (number !== number || number < low || number > high) kept[row] = 0;
    }
  } else {
    const right = Uint8Array.from(chosen(column, cara, nilai));
    const { codes } = column;
    for (let row = 0; row < kept.length; row += 1) kept[row] &= codes[row] >= 0 && right[codes[row]];
  }
}

// For each distinct value whether the filter takes it.
function chosen(column, cara, nilai) {
  const { values, searched } = column;
  const wanted = plain(nilai[0] ?? "");
  if (cara === "berisi") return searched.map((text) => text.includes(wanted));
  if (cara === "awal") return searched.map((text) => text.startsWith(wanted));
  if (cara === "sama") return searched.map((text) => text === wanted);
  if (cara === "pilih") return values.map((text) => nilai.includes(text));
  if (cara === "tingkat") return values.map((text) => nilai.includes(String(level(text))));
  const [low, high] = nilai;
  if (!column.numeric && column.head.jenis !== "tahun") {
    return values.map((text) => (low === "" || text >= low) && (high === "" || text.slice(0, high.length) <= high));
  }
  const scale = Math.max(column.scale, places(low), places(high));
  const [least, most] = [steps(low, scale), steps(high, scale)];
  return values.map((text) => {
    const value = steps(text, scale);
    return value !== null && (low === "" || value >= least) && (high === "" || value <= most);
  });
}

// How many of the rows have each distinct value.
export function counts(column, rows) {
  const made = new Uint32Array(column.values.length);
  for (const row of rows) if (column.codes[row] >= 0) made[column.codes[row]] += 1;
  return made;
}

// The rows by the first level, then the next; missing values last whichever way, equal ones as in the file.
export function sorted(rows, levels) {
  let [from, to] = [rows, new Uint32Array(rows.length)];
  for (const { rank: { at, size }, way } of [...levels].reverse()) {
    const place = (row) => (at[row] < 0 ? size : way > 0 ? at[row] : size - 1 - at[row]);
    const starts = new Uint32Array(size + 2);
    for (const row of from) starts[place(row) + 1] += 1;
    for (let key = 1; key < starts.length; key += 1) starts[key] += starts[key - 1];
    for (const row of from) to[starts[place(row)]++] = row;
    [from, to] = [to, from === rows ? new Uint32Array(rows.length) : from];
  }
  return from;
}
