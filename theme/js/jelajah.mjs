// Lets a reader sort, filter and page through a whole table. It is fetched, by columns, when the button is pressed;
// until then, and without JavaScript, the first rows stand there. All texts come from data-*.
const PAGE = 25;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
const fill = (text, gaps) => text.replace(/\{(\w+)\}/g, (_, key) => gaps[key]);
const count = new Intl.NumberFormat("id-ID");

export function start(element) {
  const button = make("button", { type: "button", className: "button", textContent: `${element.dataset.start} (${element.dataset.total})` });
  const status = make("p", { className: "browse__status" });
  status.setAttribute("role", "status");
  element.append(button, status);
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const answer = await fetch(element.dataset.source);
      if (!answer.ok) throw new Error(String(answer.status));
      open(element, status, read(await answer.json()));
      button.remove();
    } catch {
      button.disabled = false;
      status.textContent = element.dataset.failed;
    }
  });
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

// Rows with what is shown, what is searched and what is compared, computed once.
function read({ kolom, isi }) {
  const rows = (isi[0] ?? []).map((_, index) => {
    const cells = isi.map((column) => column[index]);
    return { index, cells, text: plain(cells.filter((cell) => cell !== null).join("\n")) };
  });
  return { columns: kolom, rows };
}

// As the preview writes it: points between thousands, a comma before decimals; every digit of the file stays.
export function written(cell, kind) {
  if (kind !== "bilangan" || !/^[+-]?\d*\.?\d+$/.test(cell)) return cell;
  const [, sign, whole, part] = cell.match(/^([+-]?)(\d*)\.?(\d*)$/);
  const groups = (whole.replace(/^0+(?=\d)/, "") || "0").replace(/\B(?=(\d{3})+$)/g, ".");
  const decimals = cell.includes(".") ? `,${part}` : "";
  return (sign === "-" ? "\u2212" : "") + groups + decimals;
}

// Missing values stand last whichever way is sorted; equal cells keep the order of the file.
function compare(column, kind, way) {
  const collator = new Intl.Collator("id", { numeric: kind !== "kode" });
  return (one, other) => {
    const [a, b] = [one.cells[column], other.cells[column]];
    if (a === null || b === null) return (a === null) - (b === null) || one.index - other.index;
    const order = kind === "bilangan" ? Number(a) - Number(b) : collator.compare(a, b);
    return way * order || one.index - other.index;
  };
}

function open(element, status, table) {
  const { dataset } = element;
  const body = element.querySelector("tbody");
  const state = { wanted: "", column: -1, way: 1, page: 0, found: table.rows };
  const input = make("input", { type: "search", className: "finder__input", autocomplete: "off" });
  const name = make("span", { className: "finder__label", textContent: dataset.filter });
  const label = make("label", { className: "browse__filter" });
  const hint = make("span", { className: "finder__hint", textContent: dataset.hint });
  label.append(name, hint, input);
  const heads = [...element.querySelectorAll("thead th")];
  const turns = make("div", { className: "browse__turns" });
  const [previous, next] = [dataset.previous, dataset.next].map((text) => make("button", { type: "button", className: "button", textContent: text }));
  turns.append(previous, next);

  function find() {
    const words = plain(state.wanted).split(/\s+/);
    state.found = table.rows.filter((row) => words.every((word) => row.text.includes(word)));
    if (state.column >= 0) state.found.sort(compare(state.column, table.columns[state.column].jenis, state.way));
    state.page = 0;
    show();
  }

  function show() {
    const from = state.page * PAGE;
    const shown = state.found.slice(from, from + PAGE);
    body.replaceChildren(...shown.map((row) => line(row, table.columns, dataset.missing)));
    previous.disabled = state.page === 0;
    next.disabled = from + PAGE >= state.found.length;
    const gaps = { from: count.format(from + 1), to: count.format(from + shown.length), total: count.format(state.found.length) };
    const sorted = state.column < 0 ? "" : `, ${fill(dataset.sorted, { column: table.columns[state.column].judul, way: state.way > 0 ? dataset.up : dataset.down })}`;
    status.textContent = shown.length ? fill(dataset.status, gaps) + sorted : dataset.none;
  }

  function turn(step) {
    state.page += step;
    show();
    const kept = step > 0 ? next : previous;
    if (kept.disabled) (step > 0 ? previous : next).focus();
  }

  heads.forEach((head, column) => {
    const sorter = make("button", { type: "button", className: "browse__sort" });
    sorter.append(...head.childNodes);
    head.append(sorter);
    sorter.addEventListener("click", () => {
      state.way = state.column === column ? -state.way : 1;
      state.column = column;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", state.way > 0 ? "ascending" : "descending");
      find();
    });
  });
  let waiting = 0;
  input.addEventListener("input", () => {
    state.wanted = input.value;
    clearTimeout(waiting);
    waiting = setTimeout(find, 150);
  });
  previous.addEventListener("click", () => turn(-1));
  next.addEventListener("click", () => turn(1));
  element.prepend(label);
  element.append(turns);
  element.querySelector("table").classList.remove("data-table--few");
  show();
  input.focus();
}

function line(row, columns, missing) {
  const made = document.createElement("tr");
  row.cells.forEach((cell, index) => {
    const { jenis } = columns[index];
    const place = make(index ? "td" : "th", { className: jenis === "bilangan" ? "num" : jenis === "kode" ? "code" : "" });
    if (!index) place.scope = "row";
    if (cell === null || cell === "") {
      const mark = make("span", { className: "missing", title: missing, textContent: "–" });
      place.append(mark);
    } else place.textContent = written(cell, jenis);
    made.append(place);
  });
  return made;
}
