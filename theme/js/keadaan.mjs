// What a reader has chosen, in the address: ?cari=…&urut=…&saring=…&kolom=…&kelompok=…&ringkas=…&hal=…
// Names and values are written as in addresses, so that a comma or colon in them parts nothing.
const CHOICES = { teks: ["berisi", "sama", "awal", "pilih"], kode: ["awal", "berisi", "sama", "tingkat", "pilih"], ya: ["pilih"] };
const RANGES = ["antara"];
const ALWAYS = ["kosong", "terisi"];
const BOUND = { tanggal: /^(\d{4}(-\d\d){0,2})?$/, waktu: /^(\d{4}(-\d\d){0,2})?$/ };
const NUMBER = /^(-?\d+(\.\d+)?)?$/;
const KNOWN = ["cari", "urut", "saring", "kolom", "kelompok", "ringkas", "hal"];

export const MEASURES = ["jumlah", "rata", "min", "maks"];
export const EVERYTHING = "*"; // all rows as one group
export const COUNT = "#"; // the column that says how many rows a group has
export const ways = (kind) => [...(CHOICES[kind] ?? RANGES), ...ALWAYS];

export const fresh = (names) => ({ cari: "", urut: [], saring: new Map(), kolom: names, kelompok: [], ringkas: "jumlah", hal: 1 });

export function valid(kind, cara, nilai) {
  if (ALWAYS.includes(cara)) return nilai.length === 0;
  if (!ways(kind).includes(cara)) return false;
  if (cara === "tingkat") return nilai.length > 0 && nilai.every((text) => /^[1-4]$/.test(text));
  if (cara === "pilih") return nilai.length > 0;
  if (cara !== "antara") return nilai.length === 1 && nilai[0] !== "";
  return nilai.length === 2 && nilai.join("") !== "" && nilai.every((text) => (BOUND[kind] ?? NUMBER).test(text));
}

// The state that an address asks for, and those of its parts that mean nothing here.
export function read(query, heads, shown) {
  const state = fresh(shown);
  const strange = [];
  for (const [key, value] of new URLSearchParams(query)) {
    if (!KNOWN.includes(key)) continue;
    try {
      if (!take(state, key, value, heads)) strange.push(`${key}=${value}`);
    } catch {
      strange.push(`${key}=${value}`);
    }
  }
  if (state.kelompok.includes(EVERYTHING)) state.kelompok = [EVERYTHING];
  return { state, strange };
}

function take(state, key, value, heads) {
  if (key === "cari") state.cari = value;
  else if (key === "ringkas" && MEASURES.includes(value)) state.ringkas = value;
  else if (key === "hal" && /^[1-9]\d{0,6}$/.test(value)) state.hal = Number(value);
  else if (key === "saring") return filter(state, value, heads);
  else if (key === "ringkas" || key === "hal") return false;
  else return listed(state, key, value, heads);
  return true;
}

function filter(state, value, heads) {
  const [name, cara, values] = value.split(":");
  const head = heads.get(decodeURIComponent(name));
  const nilai = values === undefined ? [] : values.split(",").map(decodeURIComponent);
  if (!head || !valid(head.jenis, cara, nilai)) return false;
  state.saring.set(head.nama, { cara, nilai });
  return true;
}

function listed(state, key, value, heads) {
  const parts = value === "" ? [] : value.split(",");
  const names = parts.map((part) => decodeURIComponent(key === "urut" ? part.replace(/^-/, "") : part));
  const special = { urut: COUNT, kelompok: EVERYTHING }[key];
  const right = names.map((name) => heads.has(name) || name === special);
  const kept = names.filter((name, at) => right[at] && names.indexOf(name) === at);
  if (key === "kolom" && kept.length) state.kolom = kept;
  if (key === "kelompok") state.kelompok = kept.slice(0, 2);
  if (key === "urut") state.urut = kept.slice(0, 3).map((name) => ({ nama: name, turun: parts[names.indexOf(name)].startsWith("-") }));
  return kept.length === parts.length && parts.length > 0;
}

const part = (text) => encodeURIComponent(text);

// The address of a state, without what is usual.
export function written(state, shown) {
  const query = new URLSearchParams();
  if (state.cari) query.set("cari", state.cari);
  if (state.urut.length) query.set("urut", state.urut.map(({ nama, turun }) => (turun ? "-" : "") + part(nama)).join(","));
  for (const [name, { cara, nilai }] of state.saring) {
    query.append("saring", [part(name), cara, ...(nilai.length ? [nilai.map(part).join(",")] : [])].join(":"));
  }
  if (state.kolom.join("\n") !== shown.join("\n")) query.set("kolom", state.kolom.map(part).join(","));
  if (state.kelompok.length) {
    query.set("kelompok", state.kelompok.map((name) => (name === EVERYTHING ? name : part(name))).join(","));
    if (state.ringkas !== "jumlah") query.set("ringkas", state.ringkas);
  }
  if (state.hal > 1) query.set("hal", String(state.hal));
  const text = query.toString();
  return text && `?${text}`;
}
