// Explores a whole table: sorts, filters, chooses columns, takes rows together, keeps all that in the address.
// The first rows stand there without it. Columns are fetched as they are needed; all texts come from the page's data.
import { csv, save } from "./csv.mjs";
import { counts, found, sorted } from "./baris.mjs";
import { COUNT, fresh, read, written } from "./keadaan.mjs";
import { Columns } from "./kolom.mjs";
import { fill, make, writer } from "./nilai.mjs";
import { askColumns, askGroups } from "./pilihan.mjs";
import { ask, chip } from "./saringkolom.mjs";
import { Table, title } from "./tabel.mjs";
import { report, taken } from "./ringkasan.mjs";

const PAGE = 50;
const WAIT = 150; // milliseconds of rest after typing

export function start(element) {
  const told = JSON.parse(element.querySelector("script").textContent);
  const [teks, write] = [told.teks, writer(told)];
  const columns = new Columns(told.kolom, element.dataset.root + told.folder);
  const usual = told.kolom.slice(0, told.tampil).map(({ nama }) => nama);
  const part = (name) => element.querySelector(`[data-part="${name}"]`);
  const table = new Table(element.querySelector("table"), teks, write);
  const first = read(location.search, columns.heads, usual);
  let { state } = first;
  let { strange } = first;
  let view = null;
  let turn = 0;
  let last = {}; // the rows that pass the filters, found once for each set of them

  const needed = () => [
    ...new Set([...state.kolom, ...state.saring.keys(), ...state.urut.map(({ nama }) => nama), ...taken(state, columns.heads)]),
  ].filter((name) => columns.heads.has(name));

  async function compute() {
    const own = (turn += 1);
    element.setAttribute("aria-busy", "true");
    try {
      await columns.need(needed());
    } catch {
      if (own === turn) part("status").textContent = teks.failed;
      return false;
    }
    if (own !== turn) return false;
    const wanted = JSON.stringify([[...state.saring], state.cari, state.cari && state.kolom]);
    if (wanted !== last.wanted) last = { wanted, rows: found(columns, told.baris, { ...state, dicari: state.kolom }) };
    const { rows } = last;
    view = state.kelompok.length ? report(columns, rows, state, teks) : { columns: state.kolom.map((name) => columns.get(name)), rows, lead: 1, notes: [] };
    const levels = state.urut.map(({ nama, turun }) => ({ nama, turun, column: view.columns.find(({ head }) => head.nama === nama) ?? columns.get(nama) }));
    view.levels = levels.filter(({ nama, column }) => column && (!state.kelompok.length || view.columns.includes(column)) && (state.kelompok.length || nama !== COUNT));
    view.matched = rows.length;
    view.order = sorted(view.rows, view.levels.map(({ column, turun }) => ({ rank: column.rank, way: turun ? -1 : 1 })));
    return true;
  }

  function draw() {
    const pages = Math.max(1, Math.ceil(view.order.length / PAGE));
    state.hal = Math.min(state.hal, pages);
    const from = (state.hal - 1) * PAGE;
    const shown = view.order.subarray(from, from + PAGE);
    table.heads(view.columns, view.levels, { sort, filter: state.kelompok.length ? null : filter });
    table.marks(state.saring);
    table.body(view.columns, shown, view.lead);
    const gaps = { n: view.order.length, rows: view.matched, total: told.baris, from: from + 1, to: from + shown.length };
    for (const key of Object.keys(gaps)) gaps[key] = write.count(gaps[key]);
    const how = state.kelompok.length ? teks.status_groups : view.matched < told.baris ? teks.status_some : teks.status_all;
    const range = shown.length ? fill(teks.status_range, gaps) : teks.none;
    const order = view.levels.map(({ column, turun }) => fill(turun ? teks.sorted_down : teks.sorted_up, { column: title(column.head) }));
    part("status").textContent = [fill(how, gaps), range, order.length ? fill(teks.sorted, { columns: order.join("; ") }) : ""].filter(Boolean).join(" ");
    part("page").value = state.hal;
    part("page").max = pages;
    part("pages").textContent = fill(teks.of_pages, { n: write.count(pages) });
    [part("previous").disabled, part("next").disabled] = [state.hal <= 1, state.hal >= pages];
    const notes = [...(strange.length ? [fill(teks.strange, { parts: strange.join("; ") })] : []), ...view.notes];
    part("notes").replaceChildren(...notes.map((text) => make("li", { textContent: text })));
    part("chips").replaceChildren(...[...state.saring].map(([name, asked]) => chip(columns.get(name), asked, { teks, write }, unfilter)));
    history.replaceState(null, "", location.pathname + written(state, usual) + location.hash);
    element.setAttribute("aria-busy", "false");
  }

  async function change() {
    state.hal = 1;
    strange = [];
    if (await compute()) draw();
  }

  function unfilter(name) {
    state.saring.delete(name);
    change().then(() => (part("chips").querySelector("button") ?? part("search")).focus());
  }

  function turnTo(page) {
    state.hal = Math.max(1, Math.trunc(page) || 1);
    if (element.getAttribute("aria-busy") === "false") draw();
  }

  // A second press turns the order, a third ends it; the column pressed before becomes the second level.
  function sort(name) {
    const before = state.urut.findIndex(({ nama }) => nama === name);
    const old = state.urut[before];
    const rest = state.urut.filter(({ nama }) => nama !== name);
    if (before > 0 || !old) state.urut = [{ nama: name, turun: false }, ...rest].slice(0, 3);
    else state.urut = old.turun ? rest : [{ nama: name, turun: true }, ...rest];
    change();
  }

  async function filter(name) {
    const [column] = await columns.need([name]);
    const rows = found(columns, told.baris, { ...state, dicari: state.kolom }, name);
    const asked = { column, filter: state.saring.get(name), counts: column.values ? counts(column, rows) : null };
    const answer = await ask(part("dialog"), asked, { teks, write });
    if (answer) state.saring.set(name, answer);
    else if (answer === null) state.saring.delete(name);
    if (answer !== undefined) change();
  }

  const press = {
    columns: async () => {
      const answer = await askColumns(part("dialog"), columns.heads, state.kolom, teks);
      if (answer) change(void (state.kolom = answer));
    },
    group: async () => {
      const answer = await askGroups(part("dialog"), columns.heads, state, teks);
      if (answer) change(void Object.assign(state, answer));
    },
    csv: async () => save(await csv(view.columns, view.order), `${told.nama}.csv`),
    copy: () => navigator.clipboard.writeText(location.href).then(() => void (part("status").textContent = teks.copied), () => void (part("status").textContent = location.href)),
    reset: () => change(void ((state = fresh(usual)), (part("search").value = ""))),
    previous: () => turnTo(state.hal - 1),
    next: () => turnTo(state.hal + 1),
  };
  let waiting = 0;
  part("search").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => change(void (state.cari = part("search").value.trim())), WAIT);
  });
  part("page").addEventListener("change", () => turnTo(Number(part("page").value)));
  part("search").value = state.cari;
  compute().then((done) => {
    if (!done) return;
    draw();
    for (const [name, go] of Object.entries(press)) part(name).addEventListener("click", go);
    for (const control of element.querySelectorAll("[data-wait]")) control.disabled = false;
  });
}
