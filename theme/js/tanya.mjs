// What is searched for, as it stands in the address: ?q=…&jenis=…&tahun=…&urut=terbaru. Keys may be repeated.
const LONGEST = 200; // letters of a search
const MOST = 20; // values of a facet

export function read(address, facets) {
  const given = new URLSearchParams(address);
  const chosen = Object.fromEntries(facets.map((key) => [key, new Set(given.getAll(key).slice(0, MOST))]));
  const words = (given.get("q") ?? "").slice(0, LONGEST);
  return { words: words.trim() ? words : "", newest: given.get("urut") === "terbaru", chosen };
}

// Values that the index does not have are forgotten: an address from another time, or made up.
export function known(question, filters) {
  for (const [key, values] of Object.entries(question.chosen)) {
    for (const value of values) if (!Object.hasOwn(filters[key] ?? {}, value)) values.delete(value);
  }
  return question;
}

export function address({ words, newest, chosen }) {
  const said = new URLSearchParams();
  if (words.trim()) said.set("q", words.trim());
  for (const [key, values] of Object.entries(chosen)) for (const value of values) said.append(key, value);
  if (newest) said.set("urut", "terbaru");
  const text = said.toString();
  return location.pathname + (text ? `?${text}` : "");
}

export function narrowed({ chosen }, except = "") {
  const used = Object.entries(chosen).filter(([key, values]) => values.size && key !== except);
  return Object.fromEntries(used.map(([key, values]) => [key, { any: [...values] }]));
}

export function narrow(question) {
  return Object.values(question.chosen).some((values) => values.size > 0);
}
