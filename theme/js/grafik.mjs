// Lets a reader explore a chart. The libraries and the specification are fetched when the button is pressed; until
// then, without JavaScript and on paper, the picture stands there. All texts come from data-*.
import { prepared, formats } from "./grafik-rinci.mjs";
import { legend } from "./grafik-legenda.mjs";
import { pointer } from "./grafik-titik.mjs";

const NARROW = "(max-width: 47.99rem)"; // as in the template: below it the narrow picture is shown
const DARK = "(prefers-color-scheme: dark)";
let libraries;

export function start(element) {
  const open = make("button", { type: "button", className: "button", textContent: element.dataset.start });
  const status = make("p", { className: "chart__status" });
  status.setAttribute("role", "status");
  element.append(open, status);
  open.addEventListener("click", async () => {
    open.disabled = true;
    status.textContent = element.dataset.loading;
    try {
      await loaded(element.dataset.libraries);
      await explore(element, open);
      status.textContent = "";
    } catch (error) {
      console.warn("grafik", error);
      status.textContent = element.dataset.failed;
    }
    open.disabled = false;
  });
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

// The libraries are the same for all charts of a page, and come once.
async function loaded(address) {
  libraries ??= import(new URL(address, document.baseURI));
  try {
    await libraries;
  } catch (error) {
    libraries = undefined;
    throw error;
  }
}

async function explore(element, open) {
  const { dataset } = element;
  const live = make("div", { className: "chart__live" });
  const canvas = make("div", { className: "chart__canvas", tabIndex: 0 });
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", `${dataset.title}. ${dataset.hint}`);
  canvas.append(make("div", {}));
  const hint = make("p", { className: "chart__hint", textContent: dataset.hint });
  const close = make("button", { type: "button", className: "button", textContent: dataset.close });
  live.append(canvas, hint, close);

  const kept = {};
  const read = async (address) => (kept[address] ??= await fetched(address));
  const state = { dimmed: [], view: null, width: 0, order: 0 };
  const points = pointer(live, canvas, dataset);
  const redraw = async () => {
    const order = ++state.order;
    const given = await read(matchMedia(NARROW).matches ? dataset.narrow : dataset.specification);
    if (order !== state.order) return;
    state.width = canvas.clientWidth;
    const wishes = { width: state.width, dark: matchMedia(DARK).matches, font: getComputedStyle(live).fontFamily };
    const specification = prepared(given, wishes);
    state.view?.finalize();
    state.view = await drawn(canvas.firstChild, specification, state.dimmed, points.hover);
    points.renew();
    legend(live, specification.usermeta.kelompok, dataset.groups, state);
  };

  element.classList.add("chart__view--live");
  open.before(live);
  const undo = watch(canvas, redraw, () => canvas.clientWidth !== state.width);
  const leave = () => {
    undo();
    state.view?.finalize();
    live.remove();
    element.classList.remove("chart__view--live");
    open.hidden = false;
  };
  try {
    await redraw();
  } catch (error) {
    leave();
    throw error;
  }
  open.hidden = true;
  canvas.focus({ preventScroll: true });
  close.addEventListener("click", () => {
    leave();
    open.focus();
  });
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

// Expressions are interpreted (`ast`), because the page allows no eval; SVG, because it needs no styles of its own.
// Vega names its place in English for screen readers, so the place is hidden from them and what holds it is told.
async function drawn(place, specification, dimmed, hover) {
  const made = await globalThis.lintasGrafik(place, specification, {
    mode: "vega-lite",
    ast: true,
    renderer: "svg",
    actions: false,
    defaultStyle: false,
    tooltip: hover,
    ...formats(document.documentElement.lang || "id"),
  });
  await made.view.signal("redup", dimmed).runAsync();
  place.setAttribute("aria-hidden", "true");
  return made.view;
}

// Draws again when the place becomes wider or narrower, and when light turns to dark. Returns what ends it.
function watch(canvas, redraw, changed) {
  let waiting = 0;
  const size = new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => changed() && redraw().catch((error) => console.warn("grafik", error)), 120);
  });
  size.observe(canvas);
  const scheme = matchMedia(DARK);
  const turn = () => redraw().catch((error) => console.warn("grafik", error));
  scheme.addEventListener("change", turn);
  return () => {
    clearTimeout(waiting);
    size.disconnect();
    scheme.removeEventListener("change", turn);
  };
}
