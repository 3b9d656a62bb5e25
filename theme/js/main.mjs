// Starts every module that the page asks for with data-module. Each stands alone: a fault in one stops no other,
// and the page works without any of them. They are fetched after the first frame, so that nothing delays the text.
function start() {
  for (const element of document.querySelectorAll("[data-module]")) {
    import(`./${element.dataset.module}.mjs`)
      .then((module) => module.start(element))
      .catch((error) => console.warn(element.dataset.module, error));
  }
}

requestAnimationFrame(() => setTimeout(start));
