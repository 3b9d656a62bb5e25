// Where two texts in normal form differ, word by word. `a` is the release, `b` what somebody has.
const TABLE = 4_000_000; // cells of a table of common words; larger gaps count as changed whole
const NEAR = 2; // equal words between two changes that make one
const AROUND = "\"'()[]", STOPS = ".,;:!?";

// Whether all of b stands in a as it is.
export const quotes = (a, b) => place(trimmed(b), a) >= 0;

// What stands in b besides all of a: before and after it, and between its title and its body, where a page has number,
// date and summary. Null where a word of a is missing or something stands anywhere else in it.
export function additions(a, b, title) {
  for (const cut of [0, title.length]) {
    const body = trimmed(a.slice(cut)), at = place(body, b);
    const head = cut && at > 0 ? place(title, b.slice(0, at)) : at;
    if (at < 0 || head < 0) continue;
    const rest = cut ? [b.slice(0, head), b.slice(head + title.length, at)] : [b.slice(0, at)];
    return [...rest, b.slice(at + body.length)].map((text) => trimmed(text.replace(/^[.,;:!? ]+/, ""))).filter(Boolean);
  }
  return null;
}

function trimmed(text) {
  let from = 0, to = text.length;
  while (from < to && (AROUND + " ").includes(text[from])) from += 1;
  while (to > from && (AROUND + STOPS + " ").includes(text[to - 1])) to -= 1;
  return text.slice(from, to);
}

// Where the words stand as whole words, or -1: "naik 1" does not stand in "naik 1.000", nor "5" in "-5".
function place(words, text) {
  for (let at = text.indexOf(words); words && at >= 0; at = text.indexOf(words, at + 1)) {
    const before = text.slice(Math.max(0, at - 8), at), after = text.slice(at + words.length, at + words.length + 8);
    if (/(^| )["'()[\]]*$/.test(before) && /^["'()[\].,;:!?]*( |$)/.test(after)) return at;
  }
  return -1;
}

// Changes in order: {before, gone, fresh, after}, texts; `end` true where only the ends of the release are left out.
export function changes(a, b) {
  const one = a.split(" "), other = b.split(" ");
  const pairs = [];
  match(one, other, { a: [0, one.length], b: [0, other.length] }, pairs);
  pairs.push([one.length, other.length]);
  const found = [];
  let [i, j] = [0, 0];
  for (const [x, y] of pairs) {
    if (x > i || y > j) {
      const last = found[found.length - 1];
      if (last && i - last.a[1] <= NEAR && i > 0) [last.a[1], last.b[1]] = [x, y];
      else found.push({ a: [i, x], b: [j, y] });
    }
    [i, j] = [x + 1, y + 1];
  }
  return found.map(({ a: [from, to], b: [start, stop] }) => ({
    before: one.slice(Math.max(0, from - 4), from).join(" "),
    gone: near(one.slice(from, to), stop - start, from === 0, to === one.length),
    fresh: other.slice(start, stop).join(" "),
    after: one.slice(to, to + 4).join(" "),
    end: start === stop && (from === 0 || to === one.length),
  }));
}

// What a quotation leaves out at its ends is no change: only so much is shown as the other text has, and a little.
function near(words, count, first, last) {
  if (first && count) return words.slice(-count - NEAR).join(" ");
  return (last && count ? words.slice(0, count + NEAR) : words).join(" ");
}

function match(one, other, { a: [i, m], b: [j, n] }, pairs) {
  while (i < m && j < n && one[i] === other[j]) pairs.push([i++, j++]);
  const tail = [];
  while (m > i && n > j && one[m - 1] === other[n - 1]) tail.push([--m, --n]);
  if (i < m && j < n) {
    const fixed = anchors(one, other, [i, m], [j, n]);
    if (fixed.length) {
      for (const [x, y] of fixed) {
        if (x < i || y < j) continue;
        between(one, other, { a: [i, x], b: [j, y] }, pairs);
        pairs.push([x, y]);
        [i, j] = [x + 1, y + 1];
      }
    }
    between(one, other, { a: [i, m], b: [j, n] }, pairs);
  }
  pairs.push(...tail.reverse());
}

// Runs of three words that stand once in each, in an order that both share.
function anchors(one, other, [i, m], [j, n]) {
  const here = places(one, i, m), there = places(other, j, n);
  const both = [...here].filter(([key, place]) => place >= 0 && (there.get(key) ?? -1) >= 0).map(([key, place]) => [place, there.get(key)]);
  both.sort((x, y) => x[0] - y[0]);
  const piles = [], back = both.map(() => -1);
  both.forEach(([, y], index) => {
    let low = 0, high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (both[piles[middle]][1] < y) low = middle + 1;
      else high = middle;
    }
    back[index] = low ? piles[low - 1] : -1;
    piles[low] = index;
  });
  const found = [];
  for (let index = piles[piles.length - 1] ?? -1; index >= 0; index = back[index]) found.push(both[index]);
  return found.reverse();
}

function places(words, from, to) {
  const found = new Map();
  for (let at = from; at + 2 < to; at += 1) {
    const key = `${words[at]} ${words[at + 1]} ${words[at + 2]}`;
    found.set(key, found.has(key) ? -1 : at);
  }
  return found;
}

// The longest common run of words in a small gap.
function between(one, other, { a: [i, m], b: [j, n] }, pairs) {
  const [rows, columns] = [m - i, n - j];
  if (!rows || !columns || rows * columns > TABLE) return;
  const table = new Uint16Array((rows + 1) * (columns + 1)), width = columns + 1;
  for (let x = rows - 1; x >= 0; x -= 1) {
    for (let y = columns - 1; y >= 0; y -= 1) {
      const at = x * width + y;
      table[at] = one[i + x] === other[j + y] ? table[at + width + 1] + 1 : Math.max(table[at + width], table[at + 1]);
    }
  }
  for (let x = 0, y = 0; x < rows && y < columns; ) {
    if (one[i + x] === other[j + y]) pairs.push([i + x++, j + y++]);
    else if (table[(x + 1) * width + y] >= table[x * width + y + 1]) x += 1;
    else y += 1;
  }
}
