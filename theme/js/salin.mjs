// Adds a button that copies the text of the element, and where data-file names one, a button that saves it as a file.
// Texts come from data-copy, data-copied and data-save.

function button(label) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = label;
  return made;
}

export function start(element) {
  const text = (element.querySelector("pre") ?? element).textContent.trim();
  const { copy, copied, save: saving, file } = element.dataset;
  if (file) {
    const saved = button(saving);
    saved.addEventListener("click", async () => {
      const { save: give } = await import("./simpan.mjs");
      give(new Blob([`${text}\n`], { type: "text/plain;charset=utf-8" }), file);
    });
    element.append(saved, " ");
  }
  if (!navigator.clipboard) return;
  const copying = button(copy);
  const status = document.createElement("span");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  copying.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    copying.textContent = copied;
    status.textContent = copied;
  });
  element.append(copying, status);
}
