// Draws a page of rows as a real table: heads that sort and filter, one row head, missing values said as such.
import { fill, make } from "./nilai.mjs";

const CLASSES = { bilangan: "num", tahun: "num", kode: "code", tanggal: "code" };

const LONG = 60; // characters of a cell that asks for room

export const title = (head) => head.judul || head.nama;
export const named = (head) => (head.satuan ? `${title(head)} (${head.satuan})` : title(head));

export class Table {
  constructor(element, teks, write) {
    this.element = element;
    this.teks = teks;
    this.write = write;
    this.drawn = "";
  }

  // `on` is what happens when a head is pressed: {sort, filter}; without `filter` there is nothing to filter by.
  heads(columns, levels, on) {
    const shape = JSON.stringify([columns.map(({ head }) => head.nama), Boolean(on.filter)]);
    if (this.drawn !== shape) {
      this.drawn = shape;
      const row = make("tr");
      columns.forEach(({ head }) => row.append(this.#head(head, on)));
      this.element.tHead.replaceChildren(row);
    }
    [...this.element.tHead.rows[0].cells].forEach((cell, at) => {
      const level = levels.findIndex(({ nama }) => nama === columns[at].head.nama);
      const way = level < 0 ? "" : levels[level].turun ? "descending" : "ascending";
      if (level === 0) cell.setAttribute("aria-sort", way);
      else cell.removeAttribute("aria-sort");
      const button = cell.querySelector(".explore__sort");
      button.dataset.way = way;
      button.dataset.level = level > 0 ? String(level + 1) : "";
    });
  }

  #head(head, on) {
    const sorter = make("button", { type: "button", className: "explore__sort" }, make("span", { className: "explore__title", textContent: title(head) }));
    if (head.satuan) sorter.append(" ", make("span", { className: "data-table__unit", textContent: head.satuan }));
    sorter.addEventListener("click", () => on.sort(head.nama));
    const box = make("div", { className: "explore__head" }, sorter);
    const cell = make("th", { scope: "col", className: CLASSES[head.jenis] ?? "" }, box);
    if (head.arti) cell.title = head.arti;
    if (!on.filter) return cell;
    const label = fill(this.teks.filter_column, { column: title(head) });
    const filter = make("button", { type: "button", className: "explore__narrow", attributes: { "aria-label": label, "aria-haspopup": "dialog" } });
    filter.dataset.column = head.nama;
    filter.addEventListener("click", () => on.filter(head.nama));
    box.append(filter);
    return cell;
  }

  // Which columns are filtered is told by their buttons.
  marks(saring) {
    for (const button of this.element.tHead.querySelectorAll(".explore__narrow")) {
      button.classList.toggle("explore__narrow--on", saring.has(button.dataset.column));
    }
  }

  body(columns, rows, leading = 1) {
    const lines = document.createDocumentFragment();
    for (const row of rows) {
      const line = document.createElement("tr");
      columns.forEach((column, at) => line.append(this.#cell(column, row, at < leading)));
      lines.append(line);
    }
    this.element.tBodies[0].replaceChildren(lines);
  }

  #cell(column, row, leads) {
    const cell = document.createElement(leads ? "th" : "td");
    if (leads) cell.scope = "row";
    const kind = CLASSES[column.head.jenis];
    if (kind) cell.className = kind;
    const text = column.raw(row);
    if (!kind && text?.length > LONG) cell.className = "wide";
    if (text === null || text === "") {
      const dash = make("span", { textContent: "–", attributes: { "aria-hidden": "true" } });
      const said = make("span", { className: "visually-hidden", textContent: this.teks.missing });
      cell.append(make("span", { className: "missing", title: this.teks.missing }, dash, said));
    } else cell.textContent = this.write.text(text, column.head.jenis);
    return cell;
  }
}
