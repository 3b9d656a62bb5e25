// The groups of a chart as buttons: pressing one lets it step back, pressing again brings it forward.
const SVG = "http://www.w3.org/2000/svg";

export function legend(live, groups, title, state) {
  live.querySelector(".chart__groups")?.remove();
  if (!groups) return;
  const list = document.createElement("div");
  list.className = "chart__groups";
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", groups.judul ? `${title}: ${groups.judul}` : title);
  for (const { nama, warna } of groups.nilai) list.append(button(nama, warna, state));
  live.prepend(list);
}

function button(name, colour, state) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "chart__group";
  const text = document.createElement("span");
  text.textContent = name;
  made.append(swatch(colour), text);
  const tell = () => made.setAttribute("aria-pressed", String(!state.dimmed.includes(name)));
  made.addEventListener("click", () => {
    state.dimmed = state.dimmed.includes(name) ? state.dimmed.filter((each) => each !== name) : [...state.dimmed, name];
    tell();
    state.view.signal("redup", state.dimmed).runAsync();
  });
  tell();
  return made;
}

function swatch(colour) {
  const [mark, square] = [document.createElementNS(SVG, "svg"), document.createElementNS(SVG, "rect")];
  for (const [name, value] of Object.entries({ viewBox: "0 0 1 1", "aria-hidden": "true", class: "chart__swatch" })) mark.setAttribute(name, value);
  for (const [name, value] of Object.entries({ width: 1, height: 1, fill: colour })) square.setAttribute(name, value);
  mark.append(square);
  return mark;
}
