// The facets beside the results: values with how many results each would leave, as checkboxes.
const SHOWN = 8; // values of a facet before the rest is asked for

export function facets(element, count, changed) {
  const groups = [...element.querySelectorAll("[data-facet]")].map((details) => {
    const group = { key: details.dataset.facet, details, list: details.querySelector("ul"), rest: details.querySelector("button"), all: false };
    group.rest.addEventListener("click", () => {
      group.all = true;
      draw(group);
      group.list.children[SHOWN]?.querySelector("input").focus();
    });
    return group;
  });

  // `counts`: facet → value → number; `names`: facet → value → name.
  function show(question, counts, names) {
    for (const group of groups) {
      const chosen = question.chosen[group.key];
      const there = Object.entries(counts[group.key] ?? {}).filter(([value, n]) => n > 0 || chosen.has(value));
      group.values = there.map(([value, n]) => ({ value, n, name: names[group.key]?.[value] ?? value, chosen: chosen.has(value) }));
      group.values.sort((a, b) => b.chosen - a.chosen || order(group.key, a, b));
      group.pick = (value, yes) => {
        if (yes) chosen.add(value);
        else chosen.delete(value);
        changed();
      };
      group.details.hidden = group.values.length === 0;
      if (chosen.size) group.details.open = true;
      draw(group);
    }
  }

  function draw(group) {
    const kept = group.list.contains(document.activeElement) ? document.activeElement.value : null;
    const shown = group.all ? group.values : group.values.slice(0, Math.max(SHOWN, group.values.filter((each) => each.chosen).length));
    group.list.replaceChildren(...shown.map((each) => choice(group, each)));
    group.rest.hidden = shown.length === group.values.length;
    group.rest.textContent = element.dataset.values.replace("{n}", count.format(group.values.length));
    if (kept !== null) [...group.list.querySelectorAll("input")].find((input) => input.value === kept)?.focus();
  }

  function choice(group, { value, n, name, chosen }) {
    const made = element.querySelector("template[data-part=choice]").content.firstElementChild.cloneNode(true);
    const input = made.querySelector("input");
    Object.assign(input, { value, name: group.key, checked: chosen });
    made.querySelector("[data-slot=name]").textContent = name;
    made.querySelector("[data-slot=count]").textContent = count.format(n);
    input.addEventListener("change", () => group.pick(value, input.checked));
    return made;
  }

  return { show };
}

// Years from the latest; everything else from the most frequent.
function order(key, a, b) {
  if (key === "tahun") return b.value.localeCompare(a.value);
  return b.n - a.n || a.name.localeCompare(b.name, document.documentElement.lang);
}
