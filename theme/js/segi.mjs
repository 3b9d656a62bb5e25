// Facets of a list, what a choice leaves of it, and the choice as an address. Nothing here knows of the page.
const several = (value) => (Array.isArray(value) ? value : [value]);

// The file of a list: facets with the values of every item (as numbers), and the columns of what is shown.
export function read({ awalan, segi, kolom }) {
  const facets = segi.map(({ kunci, judul, tetap, nilai, butir }) => ({
    key: kunci,
    title: judul,
    fixed: Boolean(tetap),
    values: nilai.map(([key, text]) => ({ key, text })),
    of: butir.map(several),
  }));
  return { facets, columns: kolom, prefix: awalan, length: kolom.judul?.length ?? 0 };
}

// What an address chooses. Facets, values, orders and pages that are not known are passed over.
export function parse(query, facets, order) {
  const given = new URLSearchParams(query);
  const chosen = facets.map(({ key, values }) => {
    const wanted = new Set(given.getAll(key));
    return new Set(values.flatMap((value, place) => (wanted.has(value.key) ? [place] : [])));
  });
  const page = /^[1-9]\d{0,5}$/.test(given.get("hal") ?? "") ? Number(given.get("hal")) : 1;
  return { chosen, order: ["terbaru", "judul"].includes(given.get("urut")) ? given.get("urut") : order, page };
}

export function write({ chosen, order, page }, facets, usual) {
  const made = new URLSearchParams();
  facets.forEach(({ key, values }, facet) => values.forEach((value, place) => chosen[facet].has(place) && made.append(key, value.key)));
  if (order !== usual) made.set("urut", order);
  if (page > 1) made.set("hal", page);
  return made.size ? `?${made}` : "";
}

// Items that have one of the chosen values of every facet. A value is counted as if its own facet were not chosen
// from: so many items would be there if it were the only choice. One pass: an item that fails in a single facet still
// counts there.
export function narrow({ facets, length }, chosen) {
  const counts = facets.map(({ values }) => new Uint32Array(values.length));
  const found = [];
  for (let item = 0; item < length; item += 1) {
    const failed = facets.flatMap(({ of }, facet) => (chosen[facet].size && !of[item].some((place) => chosen[facet].has(place)) ? [facet] : []));
    if (!failed.length) found.push(item);
    if (failed.length > 1) continue;
    facets.forEach(({ of }, facet) => {
      if (!failed.length || failed[0] === facet) for (const place of of[item]) counts[facet][place] += 1;
    });
  }
  return { found, counts };
}

// Items stand in the order of the page already, which is `usual`.
export function sorted(found, { columns }, order, usual, lang) {
  if (order === usual) return found;
  const collator = new Intl.Collator(lang, { numeric: true });
  const by = {
    judul: (a, b) => collator.compare(columns.judul[a], columns.judul[b]) || a - b,
    terbaru: (a, b) => (columns.tanggal?.[b] ?? "").localeCompare(columns.tanggal?.[a] ?? "") || a - b,
  };
  return [...found].sort(by[order]);
}
