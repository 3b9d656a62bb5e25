// The normal form of a text and its fingerprints: the same as lintas/authenticity/, step by step (docs/keaslian.md).
// Both run over tests/authenticity/vectors.json.
const BULLETS = "•‣◦▪▫●○■□➢➤\uf0b7\uf0a7";
const BREAK = /[\n\r\x0b\x0c\x85\u2028\u2029]/g;
const SPACE = new RegExp(`[\\t\\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000${BULLETS}]`, "g");
const GONE = /[\xad\u034f\u180e\u200b-\u200e\u202a\u202c\u2060-\u2064\u2066\u2068\u2069\ufe0e\ufe0f\ufeff]/g;
const DOUBLE = /[“”„‟«»″〃＂]/g;
const SINGLE = /[‘’‚‛′‹›´\u1ffdʼ＇]/g;
const DASH = /[‐‑‒–—―−﹘﹣－]/g;
const LIGATURES = { "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st" };
const LINE_MARK = /^(?:[-*] +|> *|#{1,6} +)+(?=["'([*_`]*(?!(?:Rp|IDR|USD|US|EUR|SGD)(?![a-z]))[A-Za-z][^ 0-9]*(?: |$))/;
const INLINE = ["*", "_", "`"].map((m) => [m, new RegExp(`(^|[ "'(\\[{*_\`])[${m}]([^${m} ]|[^${m} ][^${m}]*[^${m} ])[${m}](?=$|[ "')\\]}.,;:!?*_\`])`, "g")]);
const OPENS = ' ([{-/"', CLOSES = ' .,;:!?)]}-/"', DIGITS = "0123456789", STOPS = ".,;:!?", AROUND = "\"'()[]";
const ROUNDS = 6, MOST = 400, LEAST = 4;
export const VERSION = 1, PART = 8;

export function normalForm(text) {
  let made = once(text);
  for (let round = 0; round < ROUNDS && restless(made); round += 1) {
    const again = once(made);
    if (again === made) break;
    made = again;
  }
  return made;
}

const restless = (text) => "-*>#".includes(text[0] ?? " ") || /[*_]|''/.test(text);

function once(raw) {
  let text = raw.replace(BREAK, "\n").replace(SPACE, " ").replace(GONE, "").replace(DOUBLE, '"').replace(SINGLE, "'");
  text = text.replace(/[ﬀ-ﬆ]/g, (sign) => LIGATURES[sign]).replaceAll("…", "...").replaceAll("\u1fef", "`");
  text = text.normalize("NFC").split("\n").map(bareLine).join(" ");
  for (const [mark, pattern] of INLINE) {
    for (let round = 0; round < 3 && text.includes(mark); round += 1) {
      const shorter = text.replace(pattern, "$1$2");
      if (shorter === text) break;
      text = shorter;
    }
  }
  text = text.replace(DASH, "-").replaceAll("`", "'").replace(/--+/g, dash);
  text = text.replaceAll("''", '"').replace(/'/g, quote);
  return bare(text.replace(/ +/g, " "), " ", " ");
}

function bareLine(given) {
  let line = bare(given, " ", " ");
  while (line && "-*>#".includes(line[0])) {
    const shorter = bare(line.replace(LINE_MARK, ""), " ", " ");
    if (shorter === line) break;
    line = shorter;
  }
  return line;
}

function dash(run, start, text) {
  const beside = (text[start - 1] ?? "") + (text[start + run.length] ?? "");
  return [...beside].some((sign) => DIGITS.includes(sign)) ? run : "-";
}

function quote(mark, start, text) {
  const before = text[start - 1] ?? " ", after = text[start + 1] ?? " ";
  const opens = OPENS.includes(before) && after !== " ";
  const closes = CLOSES.includes(after) && !DIGITS.includes(before) && before !== " ";
  return opens || closes ? '"' : "'";
}

// Without the signs `front` at the beginning and `back` at the end.
function bare(text, front, back) {
  let from = 0, to = text.length;
  while (from < to && front.includes(text[from])) from += 1;
  while (to > from && back.includes(text[to - 1])) to -= 1;
  return text.slice(from, to);
}

export function parts(form, most = Infinity) {
  const found = [];
  let words = [];
  const close = () => {
    if (words.length >= LEAST) found.push(bare(words.join(" "), AROUND, AROUND + STOPS));
    words = [];
  };
  for (const word of form.split(" ")) {
    words.push(word);
    const end = bare(word, "", AROUND);
    if (end && STOPS.includes(end[end.length - 1])) close();
    if (found.length >= most) return found;
  }
  close();
  return found.filter((part) => part.split(" ").length >= LEAST);
}

export async function sha256(data) {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const whole = (title, body) => `${title}\n${body}`;

// Of a release with this title and plain text: what the manifest says of it.
export async function fingerprint(title, body) {
  const form = normalForm(whole(title, body)), head = normalForm(title);
  const rest = form.startsWith(head) ? bare(form.slice(head.length), " ", "") : form;
  const found = [...parts(head), ...parts(rest)];
  const hashes = new Set(await Promise.all(found.map(async (part) => (await sha256(part)).slice(0, PART))));
  return { text: await sha256(form), parts: [...hashes].slice(0, MOST).join("") };
}
