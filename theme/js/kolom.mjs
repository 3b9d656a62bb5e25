// Columns of a table: fetched when they are first asked for, held as numbers, sorted by rank.
// A column has cells by row, as the file has them (`raw`), and ranks: 0, 1, … in the order in which a reader would sort
// its values, -1 where there is none.
const summed = (steps) => {
  for (let at = 1; at < steps.length; at += 1) steps[at] += steps[at - 1];
  return steps;
};
const plain = (text) => (/^[\0-\x7f]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "")).toLowerCase();

// The text of a whole number of steps of 10^-scale; `places` < 0 leaves out zeros at the end.
export function decimal(steps, scale, places) {
  const digits = String(steps < 0 ? -steps : steps).padStart(scale + 1, "0");
  const part = digits.slice(digits.length - scale, digits.length);
  const shown = scale === 0 ? "" : places < 0 ? part.replace(/0+$/, "") : part;
  return (steps < 0 ? "-" : "") + digits.slice(0, digits.length - scale) + (shown && `.${shown}`);
}

// The number in a text as a whole number of steps, exactly; null when it holds none, or one between two steps.
export function steps(text, scale) {
  const found = /^([+-]?)(\d*)\.?(\d*)$/.exec(text);
  if (!found || found[3].length > scale) return null;
  const whole = BigInt(found[2] + found[3].padEnd(scale, "0") || "0");
  return found[1] === "-" ? -whole : whole;
}

// Of a region code, with or without dots: 1 province, 2 kabupaten or kota, 3 kecamatan, 4 village.
export const level = (code) => (code.includes(".") ? code.split(".").length : ({ 4: 2, 7: 3, 10: 4 }[code.length] ?? 1));

export const places = (text) => (text.split(".")[1] ?? "").length;

function values({ sama, akhir, kamus }) {
  if (kamus) return kamus;
  let last = "";
  return akhir.map((end, at) => (last = last.slice(0, sama[at]) + end));
}

export class Column {
  #rank = null;
  #plain = null;

  constructor(head, data) {
    this.head = head;
    this.numeric = head.jenis === "bilangan";
    const numbers = data.angka_beda ? summed(data.angka_beda) : data.angka;
    if (numbers) this.numbers = Float64Array.from(numbers, (number) => number ?? NaN);
    else {
      this.values = values(data);
      this.codes = Int32Array.from(data.isi_beda ? summed(data.isi_beda) : data.isi);
      this.scale = this.numeric ? this.values.reduce((most, text) => Math.max(most, places(text)), 0) : 0;
    }
    this.length = (this.numbers ?? this.codes).length;
    if (this.numbers) this.scale = head.skala;
  }

  has(row) {
    return this.numbers ? this.numbers[row] === this.numbers[row] : this.codes[row] >= 0;
  }

  raw(row) {
    if (!this.has(row)) return null;
    return this.numbers ? decimal(this.numbers[row], this.scale, this.head.desimal) : this.values[this.codes[row]];
  }

  // Of every row its rank, and how many ranks there are.
  get rank() {
    this.#rank ??= this.numbers ? ranked(this.numbers) : { at: this.codes, size: this.values.length };
    return this.#rank;
  }

  // The distinct values as they are searched: without accents and in lower case.
  get searched() {
    this.#plain ??= this.values?.map(plain) ?? [];
    return this.#plain;
  }
}

function ranked(numbers) {
  const sorted = numbers.filter((number) => number === number).sort();
  let size = 0;
  for (const number of sorted) if (size === 0 || number !== sorted[size - 1]) sorted[size++] = number;
  const at = new Int32Array(numbers.length).fill(-1);
  for (let row = 0; row < numbers.length; row += 1) {
    const number = numbers[row];
    if (number !== number) continue;
    let low = 0;
    for (let high = size - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < number) low = middle + 1;
      else high = middle;
    }
    at[row] = low;
  }
  return { at, size };
}

// The columns of one table. A file that holds several is fetched once.
export class Columns {
  #files = new Map();
  #made = new Map();

  constructor(heads, folder) {
    this.heads = new Map(heads.map((head) => [head.nama, head]));
    this.folder = folder;
  }

  async #file(number) {
    const answer = await fetch(`${this.folder}${number}.json`);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  get(name) {
    return this.#made.get(name);
  }

  // All of them, in the order of the names.
  async need(names) {
    await Promise.all(
      names.map(async (name) => {
        if (this.#made.has(name)) return;
        const { berkas, letak } = this.heads.get(name);
        if (!this.#files.has(berkas)) this.#files.set(berkas, this.#file(berkas));
        try {
          const file = await this.#files.get(berkas);
          if (!this.#made.has(name)) this.#made.set(name, new Column(this.heads.get(name), file[letak]));
        } catch (error) {
          this.#files.delete(berkas);
          throw error;
        }
      }),
    );
    return names.map((name) => this.#made.get(name));
  }
}

export { plain };
