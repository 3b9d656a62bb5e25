// Texts with what was found in them marked. Nothing is read as HTML: every piece becomes a text node.
const EDGES = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;
const WORD = /[\p{L}\p{N}]+(?:[._/-][\p{L}\p{N}]+)*/gu;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// The passage that the index quotes: words between <mark> and </mark>, all other < and > as &lt; and &gt;.
export function passage(excerpt) {
  return excerpt.split(/<mark>(.*?)<\/mark>/su).flatMap((piece, index) => {
    const text = piece.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
    if (index % 2 === 0) return [text];
    const [, before, word, after] = text.match(EDGES);
    return [before, mark(word), after];
  });
}

// Words that the index marked in a passage, and those that were typed: what is to be marked in titles too.
export function wanted(words, excerpt) {
  const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/gsu)].flatMap(([, text]) => text.match(WORD) ?? []);
  return { exact: new Set(marked.map(plain)), begun: (words.match(WORD) ?? []).map(plain).filter((word) => word.length > 1) };
}

// Whether a page is what was asked for by name: 3 by its very name, code or number, 2 by as many words, 1 by some.
export function called(words, { title = "", sebutan = "", kode = "", nomor = "" }) {
  const asked = (words.match(WORD) ?? []).map(plain);
  if (!asked.length) return 0;
  if ([title, kode, ...nomor.split("; "), ...sebutan.split("; ")].some((name) => plain(name) === plain(words.trim()))) return 3;
  const names = (title.match(WORD) ?? []).map(plain);
  const all = [...names, ...(sebutan.match(WORD) ?? []).map(plain)];
  if (!asked.every((word) => all.some((name) => name.startsWith(word)))) return 0;
  return names.length === asked.length ? 2 : 1;
}

export function marked(text, { exact, begun }) {
  const pieces = [];
  let end = 0;
  for (const found of text.matchAll(WORD)) {
    const word = plain(found[0]);
    if (!exact.has(word) && !begun.some((start) => word.startsWith(start))) continue;
    pieces.push(text.slice(end, found.index), mark(found[0]));
    end = found.index + found[0].length;
  }
  return [...pieces, text.slice(end)];
}

function mark(text) {
  const made = document.createElement("mark");
  made.textContent = text;
  return made;
}
