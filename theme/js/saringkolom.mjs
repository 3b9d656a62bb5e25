// The dialog in which one column is filtered: what the column means, then the ways that suit its kind.
import { valid, ways } from "./keadaan.mjs";
import { level } from "./kolom.mjs";
import { fill, make } from "./nilai.mjs";
import { named, title } from "./tabel.mjs";

const MOST = 200; // distinct values that are offered as boxes

// `told`: {column, filter, counts} — `counts` by distinct value. Resolves with a filter, null to clear, undefined to keep.
export function ask(dialog, { column, filter, counts }, { teks, write }) {
  const { head } = column;
  const few = column.values && column.values.length <= MOST && column.values.length > 0;
  const levels = head.jenis === "kode" ? levelsOf(column, counts) : [];
  const offered = ways(head.jenis).filter((way) => (way !== "pilih" || few) && (way !== "tingkat" || levels.length > 1));
  const form = make("form", { className: "panel", noValidate: true, method: "dialog" });
  const select = make("select", { className: "panel__field", id: "saring-cara" });
  const none = make("option", { value: "", textContent: teks.way_none });
  select.append(none, ...offered.map((way) => make("option", { value: way, textContent: teks[`way_${way}`] })));
  const fields = make("div", { className: "panel__fields" });
  const fault = make("p", { className: "panel__fault", attributes: { role: "alert" } });
  const draw = () => {
    fault.textContent = "";
    fields.replaceChildren(...inputs(select.value, select.value === filter?.cara ? filter.nilai : [], { column, counts, levels, teks, write }));
  };
  select.value = filter?.cara ?? (few && head.jenis !== "kode" ? "pilih" : offered.find((way) => way !== "pilih"));
  if (!select.value) select.value = offered[0];
  select.addEventListener("change", draw);
  draw();
  const close = make("button", { type: "button", className: "button button--quiet", textContent: teks.cancel });
  const apply = make("button", { type: "submit", className: "button", textContent: teks.apply });
  const clear = make("button", { type: "button", className: "button button--quiet", textContent: teks.clear, hidden: !filter });
  const label = make("label", { className: "panel__label", htmlFor: "saring-cara", textContent: teks.way });
  form.append(...meaning(head, teks), label, select, fields, fault, make("div", { className: "panel__actions" }, apply, clear, close));
  dialog.replaceChildren(form);
  return new Promise((resolve) => {
    let answer;
    const end = (value) => {
      answer = value;
      dialog.close();
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const cara = select.value;
      const nilai = given(fields, cara, head.jenis, write);
      if (cara === "") end(null);
      else if (nilai && valid(head.jenis, cara, nilai)) end({ cara, nilai });
      else fault.textContent = cara === "antara" ? teks.fault_range : ["pilih", "tingkat"].includes(cara) ? teks.fault_choice : teks.fault_text;
    });
    clear.addEventListener("click", () => end(null));
    close.addEventListener("click", () => end(undefined));
    dialog.addEventListener("close", () => resolve(answer), { once: true });
    dialog.showModal();
    select.focus();
  });
}

// A filter in force, as a button that takes it away.
export function chip({ head, numeric }, { cara, nilai }, { teks, write }, remove) {
  const said = (text) => (cara === "tingkat" ? teks[`level_${text}`] : text && (numeric || cara === "pilih") ? write.text(text, head.jenis) : text);
  const shown = nilai.map((text) => said(text) || "…");
  const text = `${title(head)}: ${teks[`way_${cara}`]} ${shown.join(cara === "antara" ? "–" : ", ")}`.trim();
  const label = fill(teks.remove, { filter: text });
  const button = make("button", { type: "button", className: "explore__chip", attributes: { "aria-label": label } }, make("bdi", { textContent: text }));
  button.addEventListener("click", () => remove(head.nama));
  return make("li", {}, button);
}

function meaning(head, teks) {
  const heading = make("h2", { className: "panel__title", id: "saring-judul", textContent: named(head) });
  const made = [heading, make("p", { className: "panel__note" }, make("code", { textContent: head.nama }), ` · ${head.tipe ?? ""}`)];
  if (head.arti) made.push(make("p", { className: "panel__text", textContent: head.arti }));
  if (head.ringkas && !head.ringkas.includes("jumlah") && head.jenis === "bilangan") made.push(make("p", { className: "panel__note", textContent: teks.not_summed }));
  return made;
}

// The levels of the region codes in a column, and how many rows are of each.
function levelsOf(column, counts) {
  const made = new Map();
  column.values.forEach((code, at) => made.set(level(code), (made.get(level(code)) ?? 0) + counts[at]));
  return [...made].sort(([one], [other]) => one - other);
}

function inputs(cara, nilai, { column, counts, levels, teks, write }) {
  const each = (value, text, count) => ({ value, text, count, checked: nilai.includes(value) });
  if (cara === "pilih") return [boxes(column.values.map((value, at) => each(value, write.text(value, column.head.jenis), counts[at])), { teks, write })];
  if (cara === "tingkat") return [boxes(levels.map(([one, count]) => each(String(one), teks[`level_${one}`], count)), { teks, write })];
  const field = (key, value, extra = {}) => {
    const input = make("input", { type: "text", className: "panel__field", value, autocomplete: "off", ...extra });
    return make("label", { className: "panel__label" }, key, input);
  };
  if (cara === "antara") {
    const dated = ["tanggal", "waktu"].includes(column.head.jenis);
    const shown = nilai.map((text) => (column.numeric && text ? write.number(text) : text));
    const extra = dated ? { type: "date" } : { inputMode: "decimal" };
    return [field(teks.from, shown[0] ?? "", extra), field(teks.to, shown[1] ?? "", extra)];
  }
  if (["berisi", "sama", "awal"].includes(cara)) return [field(teks.text, nilai[0] ?? "")];
  return [];
}

function boxes(entries, { teks, write }) {
  const made = make("fieldset", { className: "panel__boxes" }, make("legend", { className: "visually-hidden", textContent: teks.way_pilih }));
  for (const { value, text, count, checked } of entries) {
    const box = make("input", { type: "checkbox", value, checked });
    const rows = make("span", { className: "panel__count", textContent: fill(teks.count_rows, { n: write.count(count) }) });
    made.append(make("label", { className: "panel__box" }, box, make("bdi", { textContent: text }), " ", rows));
  }
  return made;
}

function given(fields, cara, kind, write) {
  const values = [...fields.querySelectorAll("input")];
  if (cara === "pilih" || cara === "tingkat") return values.filter((box) => box.checked).map((box) => box.value);
  if (cara !== "antara" || ["tanggal", "waktu"].includes(kind)) return values.map((input) => input.value.trim());
  const typed = values.map((input) => write.typed(input.value));
  return typed.includes(null) ? null : typed;
}
