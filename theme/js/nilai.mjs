// How values are written for readers of the page's language, as lintas/presenting/explorer.py writes the first rows.
const CELL = 300;
const DATE = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/;

export function writer({ pemisah: [group, point], bulan, teks, bahasa }) {
  const count = new Intl.NumberFormat(bahasa === "en" ? "en-GB" : "id-ID");

  // Every digit stays; points between thousands, a comma before decimals, or as the language has it.
  function number(text) {
    if (!/^[+-]?\d*\.?\d+$/.test(text)) return text;
    const [, sign, whole, part] = text.match(/^([+-]?)(\d*)\.?(\d*)$/);
    const groups = (whole.replace(/^0+(?=\d)/, "") || "0").replace(/\B(?=(\d{3})+$)/g, group);
    const negative = sign === "-" && /[1-9]/.test(whole + part);
    return (negative ? "\u2212" : "") + groups + (part && point + part);
  }

  function date(text) {
    const found = DATE.exec(text);
    return found ? `${Number(found[3])} ${bulan[Number(found[2]) - 1]} ${found[1]}` : text;
  }

  function text(cell, kind) {
    if (kind === "bilangan") return number(cell);
    if (kind === "ya") return cell === "true" ? teks.true : teks.false;
    if (kind === "tanggal") return cell.length === 10 ? date(cell) : cell;
    if (kind === "waktu" && DATE.test(cell) && cell[10] === "T") return `${date(cell.slice(0, 10))} ${cell.slice(11)}`;
    const signs = cell.length > CELL ? [...cell] : [];
    return signs.length > CELL ? `${signs.slice(0, CELL - 1).join("")}…` : cell;
  }

  // A number as a reader of the language types it, with a decimal point; "" for nothing, null for no number.
  function typed(given) {
    const wanted = given.trim().replace(/^\u2212/, "-").replace(/\s/g, "");
    if (wanted === "") return "";
    const sign = /^[+-]/.test(wanted) ? wanted[0] : "";
    const body = wanted.slice(sign.length);
    const [g, p] = [group, point].map((mark) => `\\${mark}`);
    const usual = new RegExp(`^(?:\\d{1,3}(?:${g}\\d{3})+|\\d+)(?:${p}\\d+)?$`).test(body);
    const read = usual ? body.replaceAll(group, "").replace(point, ".") : body;
    return /^\d+(\.\d+)?$/.test(read) ? (sign === "-" ? "-" : "") + read : null;
  }

  return { number, date, text, typed, count: (amount) => count.format(amount) };
}

export const fill = (text, gaps) => text.replace(/\{(\w+)\}/g, (_, key) => gaps[key]);

export function make(tag, properties = {}, ...children) {
  const { attributes = {}, ...own } = properties;
  const made = Object.assign(document.createElement(tag), own);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
