// Pagefind and its index, fetched from this site when first asked for; what the search gives for a question.
import { known, narrowed } from "./tanya.mjs";

// What a match in a field of a record weighs beside one in its text; fields as in `lintas/presenting/found.py`.
const WEIGHTS = { title: 6, nomor: 5, kode: 5, sebutan: 4, ringkasan: 2.5, instansi: 1, lain: 0.8, tanggal: 0.3, status: 0.1, bahasa: 0.1 };

const program = (index) => new URL("pagefind.js", new URL(index, document.baseURI));

export async function open({ index, names }) {
  const { createInstance } = await import(program(index));
  const pagefind = createInstance({ noWorker: true, ranking: { metaWeights: WEIGHTS } });
  await pagefind.init();
  const [filters, named] = await Promise.all([pagefind.filters(), fetch(names).then((answer) => answer.json())]);
  return { pagefind, filters, named };
}

// Whether there is no index at all: then trying again does not help.
export async function absent({ index }) {
  const answer = await fetch(program(index), { method: "HEAD" }).catch(() => null);
  return answer?.status === 404;
}

// Results, and for each facet how many results each of its values would give: the other facets stay as chosen.
export async function search(asked, { pagefind, filters }) {
  const question = known(asked, filters);
  const words = question.words.trim() || null;
  const sort = question.newest || !words ? { terbaru: "desc" } : {};
  const found = await pagefind.search(words, { filters: narrowed(question), sort });
  const counts = { ...found.filters };
  for (const [key, values] of Object.entries(question.chosen)) {
    if (values.size) counts[key] = (await pagefind.search(words, { filters: narrowed(question, key) })).filters[key];
  }
  return { results: found.results, counts };
}
