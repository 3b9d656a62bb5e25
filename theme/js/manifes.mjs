// The manifest of releases and what it leads to, all of this site. Nothing of a checked text is in any address: which
// list and which release are fetched is all that can be seen of it.
import { PART, normalForm, parts, sha256, whole } from "./normal.mjs";
import { verify } from "./minisign.mjs";

const RECENT = 20; // releases that are read through when no part of a text is known
const ENOUGH = 0.6; // share of the parts of a text at which older lists are not searched any more
const MOST = 2000; // parts of a text that are looked for
const decode = (bytes) => new TextDecoder().decode(bytes);

async function get(address) {
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return new Uint8Array(await answer.arrayBuffer());
}

// `root` leads to the start of the site; `key` is the public key that the page names, "" when nothing is signed.
export async function open(root, key) {
  const folder = `${root}keaslian/`;
  const bytes = await get(`${folder}manifes.json`);
  const manifest = JSON.parse(decode(bytes));
  const signature = key ? await get(`${folder}manifes.json.minisig`).then((found) => verify(bytes, decode(found), key), () => "bad") : "none";
  const kept = new Map();
  const fetched = (name, digest) => {
    if (!kept.has(name)) kept.set(name, read(folder + name, digest));
    return kept.get(name);
  };
  const index = await fetched(manifest.indeks.berkas, manifest.indeks.sha256);
  const lists = [...manifest.daftar].reverse(); // newest first
  const list = (one) => fetched(one.berkas, one.sha256).then((found) => found.siaran);
  const clues = (one) => fetched(`${one.nama}-bagian.json`).then((found) => found.bagian);
  return { root, manifest, signature, index, lists, list, clues };
}

async function read(address, digest) {
  const bytes = await get(address);
  if (digest && (await sha256(bytes)) !== digest) throw new Error(`digest ${address}`);
  return JSON.parse(decode(bytes));
}

// The release whose text or file has this SHA-256, and as what: "teks", "semula" or "berkas"; or null.
export async function exact(books, digest) {
  const { panjang, daftar } = books.index;
  for (const one of books.lists) {
    const short = daftar[one.nama] ?? "";
    let place = short.indexOf(digest.slice(0, panjang));
    while (place >= 0 && place % panjang) place = short.indexOf(digest.slice(0, panjang), place + 1);
    if (place < 0) continue;
    for (const entry of await books.list(one)) {
      if (entry.teks === digest) return { entry, as: "teks" };
      if (entry.teks_semula?.includes(digest)) return { entry, as: "semula" };
      if (entry.berkas?.some((file) => file.sha256 === digest)) return { entry, as: "berkas" };
    }
  }
  return null;
}

// The release that shares most with a text in normal form, with its own text; or null.
export async function nearest(books, form) {
  const own = new Set(await Promise.all(parts(form, MOST).map(async (part) => (await sha256(part)).slice(0, PART))));
  let best = { score: 0 };
  for (const one of own.size ? books.lists : []) {
    const rows = await books.clues(one);
    rows.forEach((row, index) => {
      let score = 0;
      for (let at = 0; at < row.length; at += PART) score += own.has(row.slice(at, at + PART)) ? 1 : 0;
      if (score > best.score) best = { score, one, index };
    });
    if (best.score >= ENOUGH * own.size) break;
  }
  if (!best.score) return recent(books, form);
  const entry = (await books.list(best.one))[best.index];
  return { entry, text: await textOf(books, entry) };
}

const BLOCK = /<\/?(?:p|h[1-6]|li|t[dhr]|blockquote|pre|figcaption|dt|dd)\b[^>]*>|<br\b[^>]*>|<hr\b[^>]*>/g;
const MARK = /<sup id=[^]*?<\/sup>|<[^>]*>/g; // marks of footnotes, and every other tag

// The words of a release's HTML: blocks apart, without tags; a document that is only parsed loads and runs nothing.
function plainText(html) {
  const bare = html.replace(BLOCK, "\n").replace(MARK, "");
  return new DOMParser().parseFromString(bare, "text/html").documentElement.textContent;
}

// The text of a release as its page has it; it must be the one that the manifest names.
export async function textOf(books, entry) {
  const twin = JSON.parse(decode(await get(`${books.root}${entry.alamat}index.json`)));
  const form = normalForm(whole(twin.judul, plainText(twin.isi_html)));
  if ((await sha256(form)) !== entry.teks) throw new Error(`text ${entry.alamat}`);
  return form;
}

// Short texts: the latest releases are compared word by word, three at a time.
async function recent(books, form) {
  const own = threes(form);
  if (!own.size || !books.lists.length) return null;
  const entries = (await books.list(books.lists[0])).filter((entry) => entry.status !== "dicabut").slice(-RECENT);
  let best = null, most = Math.max(1, own.size * 0.3);
  for (const entry of entries.reverse()) {
    const text = await textOf(books, entry);
    const other = threes(text);
    const shared = [...own].filter((each) => other.has(each)).length;
    if (shared > most || (!best && shared === most)) [best, most] = [{ entry, text }, shared];
  }
  return best;
}

function threes(form) {
  const words = form.split(" ", 20000);
  return new Set(words.slice(2).map((_, index) => words.slice(index, index + 3).join(" ")));
}
