// What is shown when rows are taken together: which columns, and what a reader must be told of the figures.
import { COUNT, EVERYTHING } from "./keadaan.mjs";
import { summary } from "./kelompok.mjs";
import { fill } from "./nilai.mjs";
import { title } from "./tabel.mjs";

const of = (heads, kind) => [...heads.values()].find(({ jenis }) => jenis === kind)?.nama;

// The columns that are read because of the grouping: its keys, and those that tell whether figures can be added at all.
export function taken({ kelompok }, heads) {
  if (!kelompok.length) return [];
  return [...kelompok, of(heads, "kode"), of(heads, "tahun")].filter((name) => name && name !== EVERYTHING);
}

function several(column, rows) {
  const { at } = column.rank;
  let first = -1;
  for (const row of rows) {
    if (at[row] < 0) continue;
    if (first >= 0 && at[row] !== first) return true;
    first = at[row];
  }
  return false;
}

export function report(columns, rows, { kelompok, ringkas, kolom }, teks) {
  const { heads } = columns;
  const keys = kelompok.filter((name) => name !== EVERYTHING).map((name) => columns.get(name));
  const shown = kolom.map((name) => columns.get(name)).filter((column) => !keys.includes(column));
  const measured = shown.filter(({ head }) => head.ringkas?.includes(ringkas));
  const left = shown.filter((column) => column.numeric && !measured.includes(column)).map(({ head }) => title(head));
  const sizeHead = { nama: COUNT, judul: teks.group_size, tajuk: "banyak_baris" };
  const codes = columns.get(of(heads, "kode"));
  const made = summary(rows, { keys, measured, codes }, ringkas, sizeHead);
  const year = of(heads, "tahun");
  const notes = [fill(teks.measured, { measure: teks[`measure_${ringkas}`] })];
  if (made.doubled && ringkas === "jumlah") notes.push(teks.doubled);
  if (ringkas === "jumlah" && measured.length && year && !kelompok.includes(year) && several(columns.get(year), rows)) notes.push(teks.years);
  if (ringkas === "rata" && measured.length) notes.push(teks.unweighted);
  if (left.length) notes.push(fill(teks.left_out, { columns: left.join(", ") }));
  return { columns: made.columns, rows: Uint32Array.from({ length: made.groups }, (_, at) => at), lead: Math.max(1, keys.length), notes };
}
