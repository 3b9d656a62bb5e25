// Compares two to five regions: ?wilayah=32.75,31.74. Their figures are fetched from the API; texts come from the page.
import { csv, save } from "./csv.mjs";
import { fill, make, writer } from "./nilai.mjs";
import { gathered, tableOf } from "./sandingan.mjs";

// Numbers as they are written: a browser that tells keeps every digit of them.
const exact = (key, value, context) => (key === "nilai" && typeof value === "number" ? (/^-?[\d.]+$/.test(context?.source) ? context.source : String(value)) : value);

export async function start(element) {
  const told = JSON.parse(element.querySelector("script").textContent);
  const [teks, write] = [told.teks, writer(told)];
  const part = (name) => element.querySelector(`[data-part="${name}"]`);
  const root = element.dataset.root;
  const records = new Map();
  let names = new Map(); // of the regions that have a page, by code
  let made = null;
  let turn = 0;

  // What an address asks for: codes that are known, each once, not too many; and what must be said of the rest.
  function read() {
    const asked = (new URLSearchParams(location.search).get("wilayah") ?? "").split(",").map((code) => code.trim()).filter(Boolean);
    const known = [...new Set(asked.filter((code) => names.has(code)))];
    const notes = [];
    const strange = asked.filter((code) => !names.has(code));
    if (strange.length) notes.push(fill(teks.unknown, { codes: strange.join(", ") }));
    if (known.length < asked.length - strange.length) notes.push(teks.twice);
    if (known.length > told.paling) notes.push(teks.more_than_five);
    return { codes: known.slice(0, told.paling), notes };
  }

  async function record(code) {
    if (!records.has(code)) {
      const answer = await fetch(`${root}${told.folder}${code}.json`);
      if (!answer.ok) throw new Error(String(answer.status));
      records.set(code, JSON.parse(await answer.text(), exact));
    }
    return records.get(code);
  }

  let codes = [];
  let notes = [];

  async function show(focus) {
    const own = (turn += 1);
    const query = codes.length ? `?wilayah=${codes.join(",")}` : "";
    history.replaceState(null, "", location.pathname + query + location.hash);
    const got = await Promise.allSettled(codes.map(record));
    if (own !== turn) return;
    const regions = got.filter(({ status }) => status === "fulfilled").map(({ value }) => value);
    const lost = codes.filter((_, at) => got[at].status === "rejected");
    made = gathered(regions, teks);
    const said = [...notes, ...(lost.length ? [fill(teks.failed, { names: lost.map((code) => names.get(code)).join(", ") })] : [])];
    if (codes.length === 1) said.push(teks.one_only);
    part("notes").replaceChildren(...said.map((text) => make("li", { textContent: text })));
    part("status").textContent = regions.length ? fill(teks.status, { n: write.count(regions.length), figures: write.count(made.rows.length) }) : teks.nothing;
    for (const name of ["region", "actions", "sense"]) part(name).hidden = !regions.length;
    tableOf(part("region").querySelector("table"), made, { teks, write, home: root + told.awalan, units: told.satuan });
    chips(focus);
    notes = [];
  }

  function chips(focus) {
    const list = part("chips");
    list.replaceChildren(
      ...codes.map((code) => {
        const label = fill(teks.remove, { name: names.get(code) });
        const button = make("button", { type: "button", className: "explore__chip", textContent: names.get(code), attributes: { "aria-label": label } });
        button.addEventListener("click", () => {
          codes = codes.filter((other) => other !== code);
          show(true);
        });
        return make("li", {}, button);
      }),
    );
    if (focus) (list.querySelector("button") ?? element.querySelector("input")).focus();
  }

  element.addEventListener("wilayah", (event) => {
    event.preventDefault();
    const code = event.detail;
    if (codes.includes(code)) part("status").textContent = teks.twice;
    else if (codes.length >= told.paling) part("status").textContent = teks.more_than_five;
    else {
      codes = [...codes, code];
      show(false);
    }
  });
  part("csv").addEventListener("click", async () => save(await csv(...made.file()), `bandingkan-${codes.join("-")}.csv`));
  part("copy").addEventListener("click", () => {
    const say = (text) => void (part("status").textContent = text);
    navigator.clipboard.writeText(location.href).then(() => say(teks.copied), () => say(location.href));
  });
  const { wilayah } = await (await fetch(root + told.indeks)).json();
  names = new Map(wilayah.map(([code, name]) => [code, `${name} (${code})`]));
  ({ codes, notes } = read());
  show(false);
}
