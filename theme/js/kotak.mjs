// The values of one facet as boxes to tick: the chosen ones, the most frequent of the rest, and a field that finds
// the others where there are many.
import { counted, fill, number, plain } from "./kata.mjs";

const SHOWN = 8;
const FOUND = 30;

// `toggle(place)` is called when a box is ticked or emptied. Returns a function that shows counts and choice.
export function boxes(details, facet, { dataset }, toggle) {
  const list = details.querySelector("ul");
  const values = facet.values.map(({ key, text }, place) => ({ key, text, place, plain: plain(text) }));
  const more = Object.assign(document.createElement("p"), { className: "filter__more" });
  const input = Object.assign(document.createElement("input"), { type: "search", className: "finder__input filter__search", autocomplete: "off" });
  let last = null;
  details.querySelector(".filter__all")?.remove();
  list.setAttribute("aria-label", facet.title);
  details.hidden = false;
  list.after(more);
  if (values.length > SHOWN) {
    input.setAttribute("aria-label", fill(dataset.search, { name: facet.title }));
    input.placeholder = input.getAttribute("aria-label");
    input.addEventListener("input", () => show(...last));
    list.before(input);
  }
  list.addEventListener("change", ({ target }) => toggle(Number(target.value)));

  function show(counts, chosen) {
    last = [counts, chosen];
    const wanted = plain(input.value);
    const rest = values.filter(({ place, plain: name }) => !chosen.has(place) && (wanted ? name.includes(wanted) : counts[place]));
    if (!facet.fixed) rest.sort((a, b) => counts[b.place] - counts[a.place] || a.place - b.place);
    const shown = rest.slice(0, wanted ? FOUND : SHOWN);
    const rows = [...values.filter(({ place }) => chosen.has(place)), ...shown];
    if (facet.fixed) rows.sort((a, b) => a.place - b.place);
    const focused = list.contains(document.activeElement) ? document.activeElement.value : "";
    list.replaceChildren(...rows.map((value) => row(value, counts[value.place], chosen.has(value.place))));
    list.querySelector(`[value="${focused}"]`)?.focus();
    more.textContent = rest.length > shown.length ? counted(dataset.more, rest.length - shown.length) : "";
    more.hidden = !more.textContent;
    if (chosen.size) details.open = true;
  }
  return show;
}

function row({ text, place }, count, chosen) {
  const box = Object.assign(document.createElement("input"), { type: "checkbox", value: place, checked: chosen, disabled: !count && !chosen });
  const label = Object.assign(document.createElement("label"), { className: "filter__link filter__choice" });
  const name = Object.assign(document.createElement("span"), { textContent: text });
  label.append(box, name, " ", Object.assign(document.createElement("span"), { className: "filter__count", textContent: number(count) }));
  const item = document.createElement("li");
  item.append(label);
  return item;
}
