// Adds a button that copies the text of the element. Texts come from data-copy and data-copied.
export function start(element) {
  if (!navigator.clipboard) return;
  const text = element.textContent.trim();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = element.dataset.copy;
  const status = document.createElement("span");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = element.dataset.copied;
    status.textContent = element.dataset.copied;
  });
  element.append(button, status);
}
