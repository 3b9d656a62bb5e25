// Checks a pasted text or a dropped file against the manifest. Nothing of it leaves the browser: it is brought into
// normal form, hashed and compared here. All words come from the page, in data-* and in its templates.
import { additions, changes, quotes } from "./banding.mjs";
import { exact, nearest, open } from "./manifes.mjs";
import { normalForm, sha256 } from "./normal.mjs";

const LARGEST = { text: 5_000_000, file: 100_000_000 };
const SHOWN = 12; // passages that are shown
const LONG = 400; // characters of a passage that are shown

export function start(element) {
  if (!globalThis.crypto?.subtle) return; // no https: the page tells how to check by hand
  const find = (selector) => element.querySelector(selector);
  const view = { element, area: find("textarea"), status: find("[role=status]"), result: find(".genuine__result"), turn: 0 };
  const file = find("input[type=file]");
  find("[data-act=check]").addEventListener("click", () => run(view, () => ofText(view, view.area.value)));
  find("[data-act=clear]").addEventListener("click", () => {
    view.area.value = view.status.textContent = "";
    view.turn += 1;
    view.result.hidden = true;
    view.area.focus();
  });
  file.addEventListener("change", () => {
    if (file.files.length) run(view, () => ofFile(view, file.files[0])).then(() => (file.value = ""));
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const [dropped] = event.dataTransfer.files;
    const text = event.dataTransfer.getData("text/plain");
    if (dropped) run(view, () => ofFile(view, dropped));
    else if (text) run(view, () => ofText(view, (view.area.value = text)));
  });
  document.querySelector("[data-without=keaslian]").hidden = true;
  element.hidden = false;
}

// One check at a time counts: an answer that comes after a newer question is dropped.
async function run(view, check) {
  const turn = (view.turn += 1);
  view.result.hidden = true;
  view.status.textContent = view.element.dataset.working;
  const made = await check().catch((error) => console.info(error) ?? "failed");
  if (turn !== view.turn) return;
  const told = typeof made === "string" ? [] : [".verdict__title", ".verdict__text"].map((name) => made[0].querySelector(name).textContent);
  view.status.textContent = told.join(". ") || view.element.dataset[made];
  view.result.replaceChildren(...(told.length ? made : []));
  view.result.hidden = !told.length;
}

function books(view) {
  view.books ??= open(view.element.dataset.root, view.element.dataset.key);
  view.books.catch(() => (view.books = null));
  return view.books;
}

async function ofFile(view, file) {
  if (file.size > LARGEST.file) return "large";
  const bytes = new Uint8Array(await file.arrayBuffer());
  const known = await books(view), digest = await sha256(bytes);
  const found = await exact(known, digest);
  if (found) return shown(view, known, verdict(found), found.entry, { digest });
  if (String.fromCharCode(...bytes.subarray(0, 5)) === "%PDF-") return shown(view, known, "berkas-asing", null, { digest });
  const text = decoded(bytes);
  if (text === null || text.includes("\0")) return "unreadable";
  return ofText(view, /\.(md|markdown)$/i.test(file.name) ? unmarked(text) : text);
}

function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

// A Markdown file: its title from the head, and links as their words.
function unmarked(text) {
  const [, head = "", body = text] = text.match(/^\ufeff?---\r?\n([^]*?\n)---\r?\n([^]*)$/) ?? [];
  const title = head.match(/^judul:[ \t]*(.*)$/m)?.[1].trim().replace(/^(["'])(.*)\1$/, "$2") ?? "";
  return `${title}\n${body.replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, "$1")}`;
}

async function ofText(view, text) {
  if (text.length > LARGEST.text) return "large";
  const form = normalForm(text);
  if (!form) return "empty";
  const known = await books(view), digest = await sha256(form);
  const found = await exact(known, digest);
  if (found) return shown(view, known, verdict(found), found.entry, { digest });
  const near = await nearest(known, form);
  if (!near) return shown(view, known, "asing", null, { digest });
  if (quotes(near.text, form)) return shown(view, known, "bagian", near.entry, { digest });
  const added = additions(near.text, form, normalForm(near.entry.judul));
  const differing = added ? added.map((fresh) => ({ fresh, gone: "" })) : changes(near.text, form);
  return shown(view, known, added ? "lebih" : "berbeda", near.entry, { digest, differing });
}

function verdict({ entry, as }) {
  if (entry.status === "dicabut") return "dicabut";
  if (as === "semula") return "semula";
  if (entry.status === "diganti") return "diganti";
  if (as === "berkas") return "berkas";
  return entry.status === "ralat" ? "terkini" : "asli";
}

function shown(view, known, kind, entry, { digest, differing = [] }) {
  const { element } = view;
  const link = (address) => ({ href: element.dataset.root + address });
  const made = [part(element, `verdict-${kind}`)];
  if (entry) {
    const day = new Intl.DateTimeFormat("id-ID", { dateStyle: "long", timeZone: "Asia/Jakarta" }).format(new Date(entry.tanggal));
    const numbers = (entry.nomor ?? []).map((number) => `${number} · `).join("");
    made.push(part(element, "release", { title: [entry.judul, link(entry.alamat)], numbers: [numbers], date: [day] }));
    if (entry.koreksi) made.push(part(element, "note-ralat", { link: [null, link(entry.koreksi)] }));
    if (entry.pengganti) made.push(part(element, "note-pengganti", { link: [null, link(entry.pengganti)] }));
  }
  const ends = differing.filter((change) => change.end);
  const real = differing.filter((change) => !change.end);
  if (real.length) made.push(list(element, kind === "lebih" ? "addition" : "change", real));
  if (kind === "berbeda" && ends.length) made.push(part(element, "partial"));
  made.push(part(element, "print", { value: [digest] }), part(element, `signature-${known.signature}`));
  return made;
}

// The passages that differ, of very many the first.
function list(element, kind, differing) {
  const { nothing, more } = element.dataset;
  const rows = differing.slice(0, SHOWN).map((change) => part(element, kind, { before: [change.before], after: [change.after], gone: [cut(change.gone) || nothing], fresh: [cut(change.fresh) || nothing] }));
  if (differing.length > SHOWN) {
    rows.push(Object.assign(document.createElement("li"), { className: "change", textContent: more.replace("{n}", differing.length - SHOWN) }));
  }
  const made = part(element, kind === "change" ? "differences" : "additions");
  made.querySelector("[data-slot=list]").append(...rows);
  return made;
}

const cut = (text) => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);

// A copy of a template with its slots filled: [text, properties]; null leaves the text that stands there.
function part(element, name, slots = {}) {
  const made = element.querySelector(`template[data-part="${name}"]`).content.firstElementChild.cloneNode(true);
  for (const [slot, [text, properties = {}]] of Object.entries(slots)) {
    for (const place of made.querySelectorAll(`[data-slot=${slot}]`)) {
      Object.assign(place, properties);
      if (text !== null) place.textContent = text;
    }
  }
  return made;
}
