// One result of the search as a list item. All words come from the page; addresses lead from the root of the site.
import { marked, passage, wanted } from "./sorot.mjs";

const LONG = 320; // letters of a summary
const QUOTED = ["siaran", "data", "halaman"]; // kinds with a text to quote from; of the others the summary says more

export function item(element, data, words) {
  const made = element.querySelector("template[data-part=result]").content.firstElementChild.cloneNode(true);
  const { meta, filters, excerpt } = data;
  const seek = wanted(words, excerpt);
  const lead = meta.ringkasan ?? "";
  const quoted = excerpt.includes("<mark>") && QUOTED.includes(filters.jenis?.[0]);
  fill(made, "kind", [named(element, "kind", filters.jenis?.[0])]);
  fill(made, "title", marked(meta.title ?? data.raw_url, seek));
  fill(made, "text", quoted ? passage(cut(data)) : marked(lead.length > LONG ? `${lead.slice(0, LONG)} …` : lead, seek));
  fill(made, "status", [named(element, "status", meta.status)]);
  for (const key of ["nomor", "instansi"]) fill(made, key, marked(meta[key] ?? "", seek));
  fill(made, "kode", filters.jenis?.[0] === "wilayah" ? marked(meta.kode ?? "", seek) : []);
  dated(made, meta.tanggal);
  made.querySelector("a").href = new URL(data.raw_url ?? data.url, new URL(element.dataset.root, document.baseURI));
  if (meta.bahasa) made.lang = meta.bahasa;
  for (const paragraph of made.querySelectorAll("p")) if (!paragraph.textContent.trim()) paragraph.remove();
  return made;
}

// The passage, with an ellipsis where the text goes on.
function cut({ excerpt, plain_excerpt: plain, content }) {
  const ends = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
  const [said, whole] = [ends(plain), content.trim()];
  return `${whole.startsWith(said.slice(0, 20)) ? "" : "… "}${excerpt}${whole.endsWith(said.slice(-20)) ? "" : " …"}`;
}

function named(element, sort, key) {
  return [...element.querySelectorAll(`template[data-${sort}]`)].find((each) => each.dataset[sort] === key)?.content.textContent ?? "";
}

function fill(made, slot, pieces) {
  const place = made.querySelector(`[data-slot=${slot}]`);
  place.append(...pieces);
  if (!place.textContent) place.remove();
}

function dated(made, date) {
  const place = made.querySelector("time");
  const day = new Date(date);
  if (!date || Number.isNaN(day.getTime())) return place.remove();
  const form = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
  place.dateTime = date;
  place.textContent = day.toLocaleDateString(document.documentElement.lang || "id", form);
}
