// A field that looks through a long list on the page: items without the words are hidden, and groups without items.
import { counted, plain } from "./kata.mjs";

export function start(element) {
  const items = [...element.querySelectorAll("section li")].map((item) => ({ item, text: plain(item.textContent) }));
  const input = element.querySelector("input");
  const status = element.querySelector("[role=status]");
  input.addEventListener("input", () => {
    const words = plain(input.value).split(/\s+/);
    let found = 0;
    for (const { item, text } of items) {
      item.hidden = !words.every((word) => text.includes(word));
      found += item.hidden ? 0 : 1;
    }
    for (const group of element.querySelectorAll("section")) group.hidden = !group.querySelector("li:not([hidden])");
    const letters = element.querySelector(".letters");
    if (letters) letters.hidden = Boolean(input.value);
    status.textContent = !found ? element.dataset.none : input.value ? counted(element.dataset.found, found) : "";
  });
}
