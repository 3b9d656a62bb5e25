// The dialogs in which a reader chooses columns, and what rows are taken together by.
import { EVERYTHING, MEASURES } from "./keadaan.mjs";
import { make } from "./nilai.mjs";
import { named, title } from "./tabel.mjs";

// Shows the parts in a dialog; resolves with what `answer` gives when it is confirmed, else with undefined.
function asked(dialog, heading, parts, teks, answer) {
  const apply = make("button", { type: "submit", className: "button", textContent: teks.apply });
  const close = make("button", { type: "button", className: "button button--quiet", textContent: teks.cancel });
  const form = make("form", { className: "panel", method: "dialog" });
  form.append(make("h2", { className: "panel__title", textContent: heading }), ...parts);
  form.append(make("div", { className: "panel__actions" }, apply, close));
  dialog.replaceChildren(form);
  return new Promise((resolve) => {
    let made;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      made = answer();
      dialog.close();
    });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => resolve(made), { once: true });
    dialog.showModal();
  });
}

export function askColumns(dialog, heads, chosen, teks) {
  const boxes = [...heads.values()].map((head) => {
    const box = make("input", { type: "checkbox", value: head.nama, checked: chosen.includes(head.nama) });
    const text = make("span", {}, make("bdi", { textContent: named(head) }));
    if (head.arti) text.append(make("span", { className: "panel__meaning", textContent: head.arti }));
    return make("label", { className: "panel__box" }, box, text);
  });
  const inputs = boxes.map((label) => label.firstChild);
  const set = (checked) => () => inputs.forEach((box) => Object.assign(box, { checked }));
  const all = make("button", { type: "button", className: "button button--quiet", textContent: teks.all });
  const none = make("button", { type: "button", className: "button button--quiet", textContent: teks.none_chosen });
  all.addEventListener("click", set(true));
  none.addEventListener("click", set(false));
  const legend = make("legend", { className: "visually-hidden", textContent: teks.columns });
  const parts = [make("div", { className: "panel__actions" }, all, none), make("fieldset", { className: "panel__boxes" }, legend, ...boxes)];
  return asked(dialog, teks.columns, parts, teks, () => {
    const wanted = inputs.filter((box) => box.checked).map((box) => box.value);
    return wanted.length ? wanted : chosen;
  });
}

export function askGroups(dialog, heads, { kelompok, ringkas }, teks) {
  const choice = (label, options, value) => {
    const select = make("select", { className: "panel__field" });
    select.append(...options.map(([key, text]) => make("option", { value: key, textContent: text, selected: key === value })));
    return [select, make("label", { className: "panel__label" }, label, select)];
  };
  const columns = [...heads.values()].map((head) => [head.nama, title(head)]);
  const [first, firstLabel] = choice(teks.group_by, [["", teks.group_none], [EVERYTHING, teks.group_all], ...columns], kelompok[0] ?? "");
  const [second, secondLabel] = choice(teks.group_then, [["", teks.group_no_more], ...columns], kelompok[1] ?? "");
  const [measure, measureLabel] = choice(teks.measure, MEASURES.map((key) => [key, teks[`measure_${key}`]]), ringkas);
  const alone = () => {
    second.disabled = ["", EVERYTHING].includes(first.value);
  };
  first.addEventListener("change", alone);
  alone();
  const note = make("p", { className: "panel__note", textContent: teks.group_note });
  return asked(dialog, teks.group, [firstLabel, secondLabel, measureLabel, note], teks, () => ({
    kelompok: [...new Set([first.value, second.disabled ? "" : second.value].filter(Boolean))],
    ringkas: measure.value,
  }));
}
