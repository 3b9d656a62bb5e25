// The field that finds regions: a combobox with a list (ARIA Authoring Practices). Its index is fetched on first use.
import { counted, fill } from "./kata.mjs";
import { read, search } from "./wilayah.mjs";

const SHOWN = 10;
const WHY = ["former", "also", "code", "bps"];

export function start(element) {
  const { dataset } = element;
  const input = element.querySelector("input");
  const list = element.querySelector("ul");
  const status = element.querySelector("[role=status]");
  const pattern = list.firstElementChild;
  let loading = null;
  let shown = [];
  let active = -1;
  list.replaceChildren();

  function load() {
    loading ??= fetch(dataset.source).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    }).then(read);
    return loading.catch(() => {
      loading = null;
      status.textContent = dataset.failed;
      return null;
    });
  }

  async function find() {
    const typed = input.value;
    const index = await load();
    if (!index || typed !== input.value) return;
    const found = search(index, typed);
    shown = found.slice(0, SHOWN);
    list.replaceChildren(...shown.map(option));
    open(shown.length > 0);
    if (!typed.trim()) status.textContent = "";
    else if (!shown.length) status.textContent = dataset.none;
    else status.textContent = counted(found.length > SHOWN ? dataset.more : dataset.found, shown.length);
  }

  function option({ region, text, why, law }, place) {
    const made = pattern.cloneNode(true);
    const note = why === undefined ? "" : fill(dataset[WHY[why]], { text, law: law ?? "" });
    const parts = { kode: region.code, nama: region.name, catatan: [region.parent === region.name ? "" : region.parent, note].filter(Boolean).join("; ") };
    made.id = `${list.id}-${place}`;
    for (const part of made.querySelectorAll("[data-text]")) part.textContent = parts[part.dataset.text];
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", () => go(place));
    return made;
  }

  function open(wanted) {
    list.hidden = !wanted;
    input.setAttribute("aria-expanded", String(wanted));
    point(-1);
  }

  function point(place) {
    active = place;
    [...list.children].forEach((each, index) => each.setAttribute("aria-selected", String(index === place)));
    if (place < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[place].id);
    return list.children[place].scrollIntoView({ block: "nearest" });
  }

  // Who listens for "wilayah" may take the region; else its page is opened.
  function go(place) {
    const { code } = shown[place].region;
    const event = new CustomEvent("wilayah", { detail: code, bubbles: true, cancelable: true });
    if (element.dispatchEvent(event)) return location.assign(`${dataset.base}${code}/`);
    input.value = "";
    status.textContent = "";
    return open(false);
  }

  const keys = {
    ArrowDown: async (event) => {
      if (list.hidden) await find();
      if (shown.length && !list.hidden && !event.altKey) point(active + 1 < shown.length ? active + 1 : 0);
    },
    ArrowUp: async (event) => {
      if (event.altKey) return open(false);
      if (list.hidden) await find();
      if (shown.length && !list.hidden) point(active > 0 ? active - 1 : shown.length - 1);
      return undefined;
    },
    Enter: () => {
      if (!list.hidden && (active >= 0 || shown.length === 1)) go(Math.max(active, 0));
    },
    Escape: () => {
      if (list.hidden) input.value = "";
      open(false);
      status.textContent = "";
    },
  };
  input.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.isComposing) return;
    event.preventDefault();
    act(event);
  });
  input.addEventListener("focus", load);
  input.addEventListener("input", find);
  input.addEventListener("blur", () => open(false));
  if (input.value && document.activeElement === input) find(); // typed before this module came
}
