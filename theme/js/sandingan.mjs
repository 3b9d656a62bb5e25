// The figures of several regions in rows, and the table of them: differences and ratios only where they mean something.
import { decimal, places, steps } from "./kolom.mjs";
import { fill, make } from "./nilai.mjs";

const NUMBER = /^-?\d+(\.\d+)?$/;
const PERCENT = /persen|percent|%|‰/i;
const LEVEL = /indeks|index|derajat|°|skor|poin/i; // units that have no zero to count from, or none that is meant

// One row for each figure: {key, label, unit, dataset, cells}, cells by region and null where a table has none.
export function gathered(regions, teks) {
  const rows = new Map();
  regions.forEach((region, at) => {
    const seen = new Set();
    for (const figure of region.angka) {
      const usual = `${figure.dataset ?? ""}|${figure.indikator}`;
      const key = seen.has(usual) ? `${usual}|${figure.tabel}|${figure.kolom}` : usual;
      seen.add(usual);
      if (!rows.has(key)) rows.set(key, { label: figure.dataset ? figure.nama : teks.density, unit: figure.satuan ?? "", figure, cells: regions.map(() => null) });
      rows.get(key).cells[at] ??= figure;
    }
  });
  const titles = new Map(regions.flatMap(({ dataset }) => dataset.map(({ kunci, nama }) => [kunci, nama])));
  return { regions, rows: [...rows.values()], titles, file: () => file(regions) };
}

// The figures one below another, as columns for csv.mjs.
function file(regions) {
  const lines = regions.flatMap((region) => region.angka.map((figure) => ({ ...figure, kode: region.kode, wilayah: region.nama })));
  const names = ["kode", "wilayah", "indikator", "nama", "nilai", "satuan", "tanggal", "dataset", "tabel", "kolom", "sumber"];
  const columns = names.map((nama) => ({ head: { nama }, numeric: nama === "nilai", raw: (row) => lines[row][nama] ?? null }));
  return [columns, Uint32Array.from(lines.keys())];
}

// What the value is beside that of the first region; "" where a comparison would say nothing.
function beside(first, other, { teks, write }) {
  if (!first || !other || !NUMBER.test(first.nilai) || !NUMBER.test(other.nilai)) return "";
  if (first.satuan !== other.satuan) return "";
  if (first.tanggal !== other.tanggal) return teks.dates_differ;
  const values = [rounded(first), rounded(other)];
  const scale = Math.max(...values.map(places));
  const [a, b] = values.map((text) => steps(text, scale));
  const gap = b - a;
  const size = write.number(decimal(gap < 0n ? -gap : gap, scale, -1));
  const sign = gap < 0n ? "\u2212" : gap > 0n ? "+" : "±";
  const unit = first.satuan ?? "";
  const said = fill(PERCENT.test(unit) ? teks.points : teks.difference, { n: sign + size });
  if (a <= 0n || b <= 0n || PERCENT.test(unit) || LEVEL.test(unit)) return said;
  const finer = b * 10n < a ? 1000n : 100n; // to the nearest hundredth, or thousandth where that is little
  const ratio = (b * 2n * finer + a) / (2n * a);
  return `${said}; ${fill(teks.times, { n: write.number(decimal(ratio, finer === 100n ? 2 : 3, -1)) })}`;
}

// Density is rounded as on the page of a region: finer digits would say more than the tables know.
function rounded({ dataset, nilai }) {
  if (dataset || !NUMBER.test(nilai)) return nilai;
  return Number(nilai) >= 100 ? String(Math.round(Number(nilai))) : Number(nilai).toFixed(1);
}

function bar(share) {
  const box = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ class: "cell-bar", viewBox: "0 0 100 1", preserveAspectRatio: "none", "aria-hidden": "true" })) box.setAttribute(name, value);
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  rect.setAttribute("width", String(share));
  rect.setAttribute("height", "1");
  box.append(rect);
  return box;
}

export function tableOf(table, { regions, rows, titles }, { teks, write, home, units }) {
  table.caption.textContent = fill(teks.caption, { names: regions.map(({ nama }) => nama).join(", ") });
  const head = make("tr", {}, make("th", { scope: "col", textContent: teks.column_figure }));
  for (const { kode, nama } of regions) {
    const link = make("a", { href: `${home}wilayah/${kode}/`, textContent: nama });
    head.append(make("th", { scope: "col", className: "num" }, link, make("span", { className: "data-table__unit", textContent: kode })));
  }
  table.tHead.replaceChildren(head);
  table.tBodies[0].replaceChildren(
    ...rows.map(({ label, unit, figure, cells }) => {
      const known = cells.filter((cell) => cell && NUMBER.test(cell.nilai)).map(({ nilai }) => Number(nilai));
      const most = Math.max(...known, 0);
      const barred = most > 0 && known.every((one) => one >= 0) && known.length > 1;
      const dates = [...new Set(cells.filter(Boolean).map(({ tanggal }) => tanggal ?? ""))];
      const about = [units[unit] ?? unit, dates.length === 1 && dates[0] ? write.date(dates[0]) : ""].filter(Boolean).join(" · ");
      const name = make("th", { scope: "row" }, label);
      if (about) name.append(make("span", { className: "cell-note", textContent: about }));
      if (figure.dataset) name.append(make("a", { className: "cell-note", href: `${home}data/${figure.dataset}/`, textContent: titles.get(figure.dataset) ?? figure.dataset }));
      const line = make("tr", {}, name);
      cells.forEach((cell, at) => {
        const place = make("td", { className: "num" });
        if (!cell) place.append(make("span", { className: "missing", textContent: teks.missing }));
        else {
          place.append(write.number(rounded(cell)));
          if (dates.length > 1 && cell.tanggal) place.append(make("span", { className: "cell-note", textContent: write.date(cell.tanggal) }));
          const note = at > 0 ? beside(cells[0], cell, { teks, write }) : "";
          if (note) place.append(make("span", { className: "cell-note", textContent: note }));
          if (barred) place.append(bar(Math.round((100 * Number(cell.nilai)) / most)));
        }
        line.append(place);
      });
      return line;
    }),
  );
}
