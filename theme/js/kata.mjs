// Texts of a page filled with what a script knows: gaps, numbers, one and many, dates.
export const lang = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang || "id";
export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
export const fill = (text, gaps) => text.replace(/\{(\w+)\}/g, (gap, key) => gaps[key] ?? gap);

const numbers = new Intl.NumberFormat(lang);
const dates = new Intl.DateTimeFormat(lang, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
export const number = (value) => numbers.format(value);

// "{n} match|{n} matches": a language that tells one from many gives both.
export function counted(text, n, more = {}) {
  const [one, many = one] = text.split("|");
  return fill(n === 1 ? one : many, { ...more, n: number(n) });
}

export function day(iso) {
  const read = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(read.getTime()) ? iso : dates.format(read);
}
