// The results of combined facets: items drawn after the pattern that stands in the page, and the way between pages.
import { counted, day, fill, number } from "./kata.mjs";

const PAGE = 20;

// `turn(page)` is called for another page, `address(page)` names it.
export function results(element, { dataset }, table, { turn, address }) {
  const part = (name) => element.querySelector(`[data-part="${name}"]`);
  const list = part("list");
  const pattern = list.firstElementChild;
  list.replaceChildren();
  for (const [name, step] of [["previous", -1], ["next", 1]]) {
    part(name).addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
      event.preventDefault();
      turn(step);
      part("status").scrollIntoView({ block: "nearest" });
      (list.querySelector("a") ?? part("status")).focus();
    });
  }

  function show(found, wanted, standing) {
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const page = Math.min(wanted, pages);
    const from = (page - 1) * PAGE;
    list.hidden = standing;
    list.replaceChildren(...(standing ? [] : found.slice(from, from + PAGE).map((item) => line(pattern, item, table, dataset.root))));
    part("paging").hidden = standing || pages < 2;
    part("page").textContent = fill(dataset.page, { n: number(page), total: number(pages) });
    for (const [name, other] of [["previous", page - 1], ["next", page + 1]]) {
      part(name).parentElement.hidden = other < 1 || other > pages;
      part(name).href = address(other);
    }
    const text = found.length ? counted(dataset.counted, found.length) : dataset.none;
    part("status").textContent = pages > 1 && page > 1 ? `${text}. ${part("page").textContent}` : text;
  }
  return { show, part };
}

// What an item lacks is left out of it.
function line(pattern, item, { columns, prefix }, root) {
  const made = pattern.cloneNode(true);
  const value = (name) => columns[name]?.[item] ?? "";
  const lang = value(made.dataset.lang);
  if (lang) made.lang = lang;
  for (const place of made.querySelectorAll("[data-when]")) if (!value(place.dataset.when)) place.remove();
  for (const place of made.querySelectorAll("[data-text]")) put(place, value(place.dataset.text));
  made.querySelector("a").href = `${root}${prefix}${value("alamat")}/`;
  return made;
}

function put(place, value) {
  const texts = [value].flat().filter(Boolean);
  if (!texts.length) return place.remove();
  if (place.localName === "time") {
    place.dateTime = texts[0];
    place.textContent = day(texts[0]);
    return undefined;
  }
  const copies = texts.map((text) => Object.assign(place.cloneNode(), { textContent: text }));
  return place.replaceWith(...copies.flatMap((copy, index) => (index ? [" ", copy] : [copy])));
}
