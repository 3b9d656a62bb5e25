// The search page. Pagefind and its index are fetched from this site when a reader begins to search; the state of the
// search is the address, so that it can be shared and gone back to. All words come from the page.
import { absent, open, search } from "./mesin.mjs";
import { facets } from "./penyaring.mjs";
import { called } from "./sorot.mjs";
import { address, narrow, read } from "./tanya.mjs";
import { item } from "./temuan.mjs";

const PAGE = 10; // results that are shown at once
const PAUSE = 250; // milliseconds after the last key
const count = new Intl.NumberFormat(document.documentElement.lang || "id");
const fill = (text, gaps) => text.replace(/\{(\w+)\}/g, (_, key) => gaps[key] ?? "");
const counted = (text, n, gaps) => fill(n === 1 ? text.split("|")[0] : text.split("|").at(-1), { ...gaps, n: count.format(n) });

export function start(element) {
  const part = (name) => element.querySelector(`:not(template)[data-part=${name}]`);
  const input = element.querySelector("input[type=search]");
  const keys = [...element.querySelectorAll("[data-facet]")].map((each) => each.dataset.facet);
  const view = { element, part, input, turn: 0, results: [], shown: 0, question: read(location.search, keys) };
  const order = part("order").querySelector("select");
  view.facets = facets(element, count, () => ask(true));

  const ask = (step) => {
    view.question.words = input.value;
    view.question.newest = order.value === "terbaru";
    const there = address(view.question);
    if (there !== location.pathname + location.search) history[step ? "pushState" : "replaceState"](null, "", there);
    run(view);
  };
  const adopt = () => {
    view.question = read(location.search, keys);
    input.value = view.question.words;
    order.value = view.question.newest ? "terbaru" : "";
    run(view);
  };
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE, false);
  });
  element.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    ask(true);
  });
  input.addEventListener("focus", () => opened(view).catch(() => null), { once: true });
  order.addEventListener("change", () => ask(true));
  part("clear").addEventListener("click", () => {
    for (const values of Object.values(view.question.chosen)) values.clear();
    ask(true);
    input.focus();
  });
  part("more").querySelector("button").addEventListener("click", () => more(view, true));
  part("again").querySelector("button").addEventListener("click", () => location.reload());
  addEventListener("popstate", adopt);
  document.querySelector("[data-without=cari]").hidden = true;
  element.hidden = false;
  adopt();
}

function opened(view) {
  view.engine ??= open(view.element.dataset);
  return view.engine;
}

// One search at a time counts: what comes after a newer question is dropped.
async function run(view) {
  const turn = (view.turn += 1);
  const { part, question, element } = view;
  const asked = question.words.trim() || narrow(question), other = part("other");
  if (other) other.href = `${other.dataset.to}?q=${encodeURIComponent(question.words.trim())}`;
  if (!asked) return clear(view, element.dataset.start);
  if (!view.ready) part("status").textContent = element.dataset.working;
  try {
    const engine = await opened(view);
    const found = await search(question, engine);
    if (turn !== view.turn) return;
    view.ready = true;
    await show(view, found, { ...engine.named, jenis: kinds(element) });
  } catch (error) {
    if (turn !== view.turn) return;
    console.info(error);
    const none = await absent(element.dataset);
    clear(view, none ? element.dataset.missing : element.dataset.failed);
    part("again").hidden = none;
  }
}

function kinds(element) {
  return Object.fromEntries([...element.querySelectorAll("template[data-kind]")].map((each) => [each.dataset.kind, each.content.textContent]));
}

function clear({ part }, text) {
  for (const name of ["filters", "clear", "order", "more", "try", "again"]) part(name).hidden = true;
  part("list").replaceChildren();
  part("status").textContent = text;
}

async function show(view, { results, counts }, names) {
  const { part, question, element } = view;
  const query = question.words.trim(), { dataset } = element;
  Object.assign(view, { results, shown: 0 });
  part("list").replaceChildren();
  part("again").hidden = true;
  view.facets.show(question, counts, names);
  part("filters").hidden = !results.length && !narrow(question);
  part("clear").hidden = !narrow(question);
  part("order").hidden = !query || results.length < 2;
  part("try").hidden = results.length > 0;
  await more(view, false);
  if (!results.length) words(part("words"), query);
  const none = !query ? dataset.noneAll : narrow(question) ? dataset.noneChosen : dataset.none;
  part("status").textContent = results.length ? counted(query ? dataset.n : dataset.all, results.length, { query }) : fill(none, { query });
}

// A search of several words that finds nothing is offered word by word.
function words(place, query) {
  const single = [...new Set(query.match(/[\p{L}\p{N}]{3,}/gu) ?? [])].slice(0, 5);
  place.hidden = single.length < 2;
  const links = single.map((word) => Object.assign(document.createElement("a"), { href: `?q=${encodeURIComponent(word)}`, textContent: word }));
  place.querySelector("span").replaceChildren(...links.flatMap((link, index) => (index ? [", ", link] : [link])));
}

// The index weighs rare words; a page that is called just what was typed comes before one that has them more often.
function nearest(words, data) {
  const near = new Map(data.map((each) => [each, called(words, each.meta)]));
  data.sort((a, b) => near.get(b) - near.get(a));
}

async function more(view, jump) {
  const { part, results, shown, turn, element } = view;
  const data = await Promise.all(results.slice(shown, shown + PAGE).map((each) => each.data()));
  if (turn !== view.turn) return;
  if (!shown && !view.question.newest) nearest(view.question.words, data);
  const made = data.map((each) => item(element, each, view.question.words));
  part("list").append(...made);
  view.shown = shown + data.length;
  const left = results.length - view.shown;
  part("more").hidden = results.length <= PAGE;
  const button = part("more").querySelector("button");
  button.hidden = left <= 0;
  button.textContent = fill(element.dataset.more, { n: count.format(Math.min(PAGE, left)) });
  part("more").querySelector("span").textContent = fill(element.dataset.shown, { n: count.format(view.shown), total: count.format(results.length) });
  if (jump) made[0]?.querySelector("a").focus();
}
