// A published specification as this reader sees it: as wide as its place, in the colours and typeface of the page.
const FIRST_SUNDAY = Date.UTC(2023, 0, 1);
const DAY = 86400000;

export function prepared(given, { width, dark, font }) {
  const { title, ...rest } = given; // the page has the title
  const made = structuredClone(rest);
  const tones = dark ? given.usermeta.gelap : {};
  const specification = changed(made, tones);
  specification.usermeta.kelompok?.nilai.forEach((group) => (group.warna = tones[group.warna] ?? group.warna));
  if (specification.projection) specification.height = Math.max(160, Math.round((made.height * width) / made.width));
  specification.width = width;
  specification.autosize = { type: specification.projection ? "fit" : "fit-x", contains: "padding" };
  specification.config = { ...specification.config, aria: false, font, background: "transparent" };
  if (specification.usermeta.kelompok) unlabel(specification.layer);
  return specification;
}

const KEPT = new Set(["data", "domain", "usermeta"]); // what readers wrote, even when it looks like a colour

// Colours as they look in the dark.
function changed(value, tones) {
  if (typeof value === "string") return Object.hasOwn(tones, value) ? tones[value] : value;
  if (Array.isArray(value)) return value.map((each) => changed(each, tones));
  if (value === null || typeof value !== "object") return value;
  const made = {};
  for (const [key, each] of Object.entries(value)) made[key] = KEPT.has(key) ? each : changed(each, tones);
  return made;
}

// The groups stand as buttons above the chart, so the drawing needs no legend of them.
function unlabel(layers) {
  for (const { encoding } of layers) if (encoding?.color?.field) encoding.color.legend = null;
}

// Number and time formats of d3 for a language, from what the browser knows of it.
export function formats(language) {
  const parts = new Intl.NumberFormat(language).formatToParts(-1234567.8);
  const part = (type, standard) => parts.find((each) => each.type === type)?.value ?? standard;
  const name = (options, date) => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options }).format(date);
  const days = (weekday) => Array.from({ length: 7 }, (_, index) => name({ weekday }, FIRST_SUNDAY + index * DAY));
  const months = (month) => Array.from({ length: 12 }, (_, index) => name({ month }, Date.UTC(2023, index, 15)));
  return {
    formatLocale: { decimal: part("decimal", "."), thousands: part("group", ","), grouping: [3], currency: ["", ""], minus: "\u2212" },
    timeFormatLocale: {
      dateTime: "%A, %e %B %Y %H.%M", date: "%d/%m/%Y", time: "%H.%M", periods: ["", ""],
      days: days("long"), shortDays: days("short"), months: months("long"), shortMonths: months("short"),
    },
  };
}
