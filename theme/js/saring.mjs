// Adds a search field to the register of regions: by name or by code, diacritics and case ignored.
// Texts come from data-label, data-hint and data-none.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

export function start(element) {
  const status = make("p", { className: "finder__status", role: "status" });
  const input = make("input", { className: "finder__input", type: "search", id: "cari", autocomplete: "off" });
  input.setAttribute("aria-describedby", "cari-petunjuk");
  const finder = make("div", { className: "finder" });
  finder.setAttribute("role", "search");
  finder.append(
    make("label", { className: "finder__label", htmlFor: "cari", textContent: element.dataset.label }),
    make("span", { className: "finder__hint", id: "cari-petunjuk", textContent: element.dataset.hint }),
    input,
    status,
  );
  element.before(finder);
  const items = [...element.querySelectorAll(".register__item")].map(read);
  input.addEventListener("input", () => {
    const found = show(items, plain(input.value));
    for (const group of element.querySelectorAll(".register__group")) {
      group.hidden = !group.querySelector(".register__item:not([hidden])");
    }
    status.textContent = found ? "" : element.dataset.none;
  });
}

function make(tag, properties) {
  const { role, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  if (role) made.setAttribute("role", role);
  return made;
}

function read(element) {
  const details = element.querySelector("details");
  const children = details ? [...details.querySelectorAll("li")] : [];
  return {
    element,
    details,
    text: plain(element.querySelector(".region-link").textContent),
    children: children.map((child) => ({ element: child, text: plain(child.textContent) })),
  };
}

// A province is shown when it or one of its parts matches; its parts are opened only when one of them matches.
function show(items, wanted) {
  let found = 0;
  for (const { element, details, text, children } of items) {
    const own = text.includes(wanted);
    const parts = children.filter((child) => child.text.includes(wanted));
    for (const child of children) child.element.hidden = !own && !parts.includes(child);
    element.hidden = !own && !parts.length;
    if (details) details.open = Boolean(wanted) && !own && parts.length > 0;
    found += own || parts.length ? 1 : 0;
  }
  return found;
}
