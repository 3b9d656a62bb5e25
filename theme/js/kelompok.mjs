// Rows taken together by one or two columns: how many, and what their numbers come to. Sums and averages are made of
// whole numbers of steps, so that they are exact however large they grow.
import { Column, decimal, level, steps } from "./kolom.mjs";

const TABLE = 4_000_000; // combinations that are looked up in a table

// Of every row the number of its group, and of each group a row that stands for it.
function grouped(rows, keys) {
  const key = new Float64Array(rows.length);
  let size = 1;
  for (const { rank } of keys) {
    size *= rank.size + 1;
    for (let at = 0; at < rows.length; at += 1) key[at] = key[at] * (rank.size + 1) + rank.at[rows[at]] + 1;
  }
  const table = size <= TABLE ? new Int32Array(size).fill(-1) : new Map();
  const known = size <= TABLE ? (one) => table[one] : (one) => table.get(one) ?? -1;
  const group = new Uint32Array(rows.length);
  const first = [];
  for (let at = 0; at < rows.length; at += 1) {
    let number = known(key[at]);
    if (number < 0) {
      number = first.push(rows[at]) - 1;
      if (size <= TABLE) table[key[at]] = number;
      else table.set(key[at], number);
    }
    group[at] = number;
  }
  return { group, first };
}

// Exact sums of steps (whole numbers, large ones as BigInt), and how many values there are, by group.
function added(column, rows, group, size) {
  const [low, high, many] = [new Float64Array(size), new Map(), new Uint32Array(size)];
  const own = column.numbers ? null : column.values.map((text) => steps(text, column.scale));
  const carry = (at, amount) => high.set(at, (high.get(at) ?? 0n) + amount);
  const { numbers: cells, codes } = column;
  for (let at = 0; at < rows.length; at += 1) {
    const to = group[at];
    if (own) {
      const value = own[codes[rows[at]]] ?? null;
      if (value === null) continue; // neither infinity nor "not a number" can be added
      carry(to, value);
    } else {
      const value = cells[rows[at]];
      if (value !== value) continue;
      const sum = low[to] + value;
      if (Number.isSafeInteger(sum)) low[to] = sum;
      else {
        carry(to, BigInt(low[to]) + BigInt(value));
        low[to] = 0;
      }
    }
    many[to] += 1;
  }
  return { sum: (at) => (high.has(at) ? high.get(at) + BigInt(low[at]) : low[at]), many };
}

// Hundredths of a step, to the nearest; halves away from zero.
function divided(steps, many) {
  const sum = BigInt(steps) * 100n;
  const [size, count] = [sum < 0n ? -sum : sum, BigInt(many)];
  const whole = (2n * size + count) / (2n * count);
  return sum < 0n ? -whole : whole;
}

// A column of numbers of steps, null where there is none.
function numbers(head, listed, scale, trimmed) {
  const safe = listed.every((value) => value === null || Number.isSafeInteger(Number(value)));
  const about = { ...head, jenis: "bilangan", skala: scale, desimal: trimmed ? -1 : scale };
  if (safe) return new Column(about, { angka: listed.map((value) => (value === null ? null : Number(value))) });
  const whole = listed.map((value) => (value === null ? null : BigInt(value)));
  const distinct = [...new Set(whole.filter((value) => value !== null))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const code = new Map(distinct.map((value, at) => [value, at]));
  const kamus = distinct.map((value) => decimal(value, scale, trimmed ? -1 : scale));
  return new Column(about, { kamus, isi: whole.map((value) => (value === null ? -1 : code.get(value))) });
}

function extreme(column, rows, { group, first }, way) {
  const best = new Int32Array(first.length).fill(-1);
  const { at } = column.rank;
  for (let place = 0; place < rows.length; place += 1) {
    const [row, to] = [rows[place], group[place]];
    if (at[row] >= 0 && (best[to] < 0 || way * at[row] > way * at[best[to]])) best[to] = row;
  }
  return picked(column, best);
}

// The cells of these rows as a column of its own; -1 for none.
function picked(column, rows) {
  const cells = Array.from(rows);
  if (column.numbers) return new Column(column.head, { angka: cells.map((row) => (row < 0 || !column.has(row) ? null : column.numbers[row])) });
  return new Column(column.head, { kamus: column.values, isi: cells.map((row) => (row < 0 ? -1 : column.codes[row])) });
}

// For each group whether its rows are regions of several levels, of which one holds the other.
function mixed(codes, rows, { group, first }) {
  const [before, made] = [new Int32Array(first.length), new Uint8Array(first.length)];
  if (!codes) return made;
  const depths = codes.values.map(level);
  for (let at = 0; at < rows.length; at += 1) {
    const own = depths[codes.codes[rows[at]]] ?? 0;
    if (own && before[group[at]] && before[group[at]] !== own) made[group[at]] = 1;
    if (own) before[group[at]] = own;
  }
  return made;
}

// Columns of a table with one row for each group: its keys, its size, and `measure` of the columns that allow it.
export function summary(rows, { keys, measured, codes }, measure, sizeHead) {
  const made = grouped(rows, keys);
  const { group, first } = made;
  const size = new Uint32Array(first.length);
  for (const number of group) size[number] += 1;
  const doubled = mixed(codes, rows, made);
  const columns = keys.map((key) => picked(key, first));
  columns.push(numbers(sizeHead, [...size], 0, false));
  for (const column of measured) {
    if (measure === "min" || measure === "maks") columns.push(extreme(column, rows, made, measure === "min" ? -1 : 1));
    else {
      const { sum, many } = added(column, rows, group, first.length);
      const average = measure === "rata";
      const scale = column.scale + (average ? 2 : 0);
      const whole = first.map((_, at) => {
        if (!many[at] || (doubled[at] && !average)) return null;
        return average ? divided(sum(at), many[at]) : sum(at);
      });
      columns.push(numbers(column.head, whole, scale, average || column.head.desimal < 0));
    }
  }
  return { columns, groups: first.length, doubled: doubled.includes(1) };
}
