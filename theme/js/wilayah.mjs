// Finds regions by what people type: a name, a former one, an abbreviation, a code with or without dots.
import { plain } from "./kata.mjs";

const words = (text, short) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean).map((word) => short[word] ?? word);
const kinds = new Set(["kabupaten", "kota", "administrasi", "provinsi"]);
const bare = (list) => list.filter((word, place) => place > 1 || !kinds.has(word)).join(" ");

// `why`: 0 former name, 1 also called, 2 former code, 3 code of BPS; undefined for the region's own name and code.
export function read({ wilayah, sebutan, singkatan }) {
  const regions = wilayah.map(([code, name]) => ({ code, name }));
  const names = new Map(wilayah);
  for (const region of regions) region.parent = names.get(region.code.split(".")[0]);
  const entry = (place, text, why, law) => {
    const list = words(text, singkatan);
    const region = regions[place];
    const own = region.code.includes(".") ? list : ["provinsi", ...list];
    return { region, text, why, law, words: own, whole: list.join(" "), bare: bare(list), digits: text.replace(/\D/g, "") };
  };
  const entries = regions.map(({ code, name }, place) => ({ ...entry(place, name), digits: code.replace(/\D/g, "") }));
  for (const [place, text, why, law] of sebutan) entries.push(entry(place, text, why, law));
  return { entries, short: singkatan };
}

// The best first, each region once. A number is a code: present ones by their beginning, others only when whole.
export function search({ entries, short }, typed) {
  const digits = /^[\d.\s]+$/.test(typed) ? typed.replace(/\D/g, "") : "";
  const wanted = words(typed, short);
  if (!digits && !wanted.length) return [];
  const ranked = entries.flatMap((entry, place) => {
    const rank = digits ? byCode(entry, digits, typed.includes(".")) : byName(entry, wanted);
    return rank === null ? [] : [{ entry, rank, place }];
  });
  ranked.sort((a, b) => a.rank - b.rank || a.place - b.place);
  const seen = new Set();
  return ranked.map(({ entry }) => entry).filter(({ region }) => !seen.has(region) && seen.add(region));
}

// A code with dots is none of BPS, which writes none.
function byCode({ digits, why }, wanted, dotted) {
  if (dotted && why === 3) return null;
  if (digits === wanted && (why === undefined || why > 1)) return why ? 1 : 0;
  return why === undefined && digits.startsWith(wanted) ? 2 : null;
}

function byName(entry, wanted) {
  if (entry.why > 1) return null;
  const text = wanted.join(" ");
  if (entry.whole === text || entry.bare === text) return entry.why === undefined ? 0 : 1;
  if (entry.whole.startsWith(text) || entry.bare.startsWith(text)) return 2;
  return wanted.every((word) => entry.words.some((own) => own.startsWith(word))) ? 3 : null;
}
