// Combines the facets of a list. Until a reader chooses one, its values are links to pages; then the items are fetched
// once, values become boxes, and what is chosen stands in the address. Where that fails the link is simply followed.
import { lang } from "./kata.mjs";
import { boxes } from "./kotak.mjs";
import { results } from "./hasil.mjs";
import { narrow, parse, read, sorted, write } from "./segi.mjs";

export function start(nav) {
  const { dataset } = nav;
  const button = nav.querySelector("button");
  const message = nav.querySelector("[role=status]");
  let opening = null;

  // The choice of this page with one value more, or less.
  function changed(link) {
    const query = new URLSearchParams(dataset.chosen);
    const facet = link.closest("[data-facet]").dataset.facet;
    const kept = query.getAll(facet).filter((value) => value !== link.dataset.value);
    if (kept.length === query.getAll(facet).length) kept.push(link.dataset.value);
    query.delete(facet);
    for (const value of kept) query.append(facet, value);
    return query.size ? `?${query}` : "";
  }

  async function enter(query, way) {
    if (dataset.chosen) return location.assign(dataset.base + query);
    opening ??= open(nav);
    try {
      const combined = await opening;
      button.hidden = true;
      message.textContent = "";
      return combined(query, way);
    } catch {
      opening = null;
      if (way) return location.assign(way);
      message.textContent = dataset.failed;
      return undefined;
    }
  }

  nav.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-value]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    enter(changed(link), link.href);
  });
  button.addEventListener("click", () => enter(dataset.chosen ? `?${dataset.chosen}` : location.search));
  const facets = [...nav.querySelectorAll("[data-facet]")].map((each) => each.dataset.facet);
  const given = new URLSearchParams(location.search);
  if (!dataset.chosen && [...facets, "urut"].some((key) => given.has(key))) enter(location.search);
}

async function open(nav) {
  const answer = await fetch(nav.dataset.source);
  if (!answer.ok) throw new Error(String(answer.status));
  const table = read(await answer.json());
  const { facets } = table;
  const usual = nav.dataset.order;
  const stands = document.querySelector("[data-stands]");
  const element = document.getElementById("hasil-gabungan").content.firstElementChild.cloneNode(true);
  const address = (state) => write(state, facets, usual);
  let state = parse(location.search, facets, usual);
  const { show, part } = results(element, nav, table, {
    address: (page) => location.pathname + address({ ...state, page }),
    turn: (step) => go({ ...state, page: state.page + step }),
  });
  const chip = part("chosen").firstElementChild;
  const lists = facets.map((facet, index) => {
    const details = nav.querySelector(`[data-facet="${facet.key}"]`);
    return details ? boxes(details, facet, nav, (place) => go(toggled(state, index, place))) : () => {};
  });

  function go(next) {
    state = next;
    history.pushState(null, "", location.pathname + address(state));
    draw();
  }

  function draw() {
    const { found, counts } = narrow(table, state.chosen);
    const none = state.chosen.every((places) => !places.size);
    const standing = none && state.order === usual && state.page === 1;
    lists.forEach((list, facet) => list(counts[facet], state.chosen[facet]));
    const chips = facets.flatMap((facet, index) => [...state.chosen[index]].map((place) => {
      const made = chip.cloneNode(true);
      made.querySelector("[data-text]").textContent = facet.values[place].text;
      made.firstElementChild.addEventListener("click", () => {
        go(toggled(state, index, place));
        (part("chosen").querySelector("button") ?? nav.querySelector("summary")).focus();
      });
      return made;
    }));
    part("chosen").replaceChildren(...chips);
    part("chosen").hidden = part("clear").hidden = none;
    part("order").value = state.order;
    stands.hidden = !standing;
    show(sorted(found, table, state.order, usual, lang), state.page, standing);
  }

  part("clear").addEventListener("click", () => {
    go({ ...state, chosen: facets.map(() => new Set()), page: 1 });
    nav.querySelector("summary").focus();
  });
  part("order").addEventListener("change", ({ target }) => go({ ...state, order: target.value, page: 1 }));
  window.addEventListener("popstate", () => {
    state = parse(location.search, facets, usual);
    draw();
  });
  stands.querySelector(".results")?.remove();
  stands.before(element);
  return (query, clicked) => {
    state = parse(query, facets, usual);
    if (clicked) history.pushState(null, "", location.pathname + address(state));
    setTimeout(() => {
      draw();
      if (clicked) nav.querySelector("input:checked")?.focus();
    });
  };
}

function toggled(state, facet, place) {
  const chosen = state.chosen.map((places, index) => (index === facet ? new Set(places) : places));
  if (!chosen[facet].delete(place)) chosen[facet].add(place);
  return { ...state, chosen, page: 1 };
}
