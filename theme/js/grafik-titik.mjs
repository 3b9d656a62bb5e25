// Values of points: in a small box beside the pointer, and by arrow keys, which are also spoken.
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const GAP = 12; // px between a point and its box
const fill = (text, gaps) => text.replace(/\{(\w+)\}/g, (_, key) => gaps[key]);

export function pointer(live, canvas, words) {
  const box = document.createElement("div");
  box.className = "chart__tip";
  box.hidden = true;
  box.setAttribute("aria-hidden", "true");
  const spoken = document.createElement("p");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  live.append(box, spoken);
  let place = -1;
  let marked = null;

  const points = () => [...canvas.querySelectorAll(".mark-rect path, .mark-symbol path, .mark-shape path")].filter((node) => told(node));
  const told = (node) => (typeof node.__data__?.tooltip === "object" ? node.__data__.tooltip : null);

  function unmark() {
    marked?.classList.remove("chart__point");
    marked = null;
    box.hidden = true;
  }

  function show(value, { x, y }) {
    const lines = Object.entries(value).map(([name, text]) => {
      const line = document.createElement("div");
      const [term, data] = [document.createElement("span"), document.createElement("span")];
      [term.className, data.className] = ["chart__tip-name", "chart__tip-value"];
      [term.textContent, data.textContent] = [name, String(text)];
      line.append(term, data);
      return line;
    });
    box.replaceChildren(...lines);
    box.hidden = false;
    const frame = live.getBoundingClientRect();
    const room = frame.width - box.offsetWidth;
    const left = Math.min(Math.max(0, x - frame.left - box.offsetWidth / 2), Math.max(0, room));
    const above = y - frame.top - box.offsetHeight - GAP;
    box.style.left = `${left}px`;
    box.style.top = `${above < 0 ? y - frame.top + GAP : above}px`;
  }

  function go(to) {
    const all = points();
    if (!all.length) return;
    place = (to + all.length) % all.length;
    unmark();
    marked = all[place];
    marked.classList.add("chart__point");
    const { left, top, width } = marked.getBoundingClientRect();
    show(told(marked), { x: left + width / 2, y: top });
    const values = Object.entries(told(marked)).map(([name, text]) => `${name}: ${text}`).join("; ");
    spoken.textContent = `${values}. ${fill(words.point, { n: place + 1, total: all.length })}`;
  }

  canvas.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key in STEPS) go(place < 0 && STEPS[event.key] < 0 ? -1 : place + STEPS[event.key]);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(-1);
    else if (event.key === "Escape") unmark();
    else return;
    event.preventDefault();
  });
  canvas.addEventListener("blur", unmark);
  canvas.addEventListener("pointerleave", () => marked || unmark());
  return {
    // A point that was reached by keys stays until the pointer finds another.
    hover(_, event, item, value) {
      const found = typeof value === "object" && value !== null;
      if (!found && marked) return;
      unmark();
      if (found) show(value, { x: event.clientX, y: event.clientY });
    },
    renew() {
      place = -1;
      unmark();
    },
  };
}
