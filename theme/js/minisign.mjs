// Verifies a signature as minisign makes them: Ed25519 over BLAKE2b-512, and over signature and trusted comment.
// Ed25519 is the browser's own; BLAKE2b (RFC 7693) is not in WebCrypto, and what is hashed is small.
const IV = [
  0x6a09e667f3bcc908n, 0xbb67ae8584caa73bn, 0x3c6ef372fe94f82bn, 0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n, 0x9b05688c2b3e6c1fn, 0x1f83d9abfb41bd6bn, 0x5be0cd19137e2179n,
];
const SIGMA = [
  "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
  "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0",
].map((row) => [...row].map((digit) => parseInt(digit, 16)));
const MIX = [[0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15], [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]];
const BLOCK = 128, SIZE = 64;
const low = (value) => BigInt.asUintN(64, value);
const turn = (value, by) => low((value >> by) | (value << (64n - by)));

export function blake2b(data) {
  const state = IV.slice();
  state[0] ^= 0x01010000n ^ BigInt(SIZE);
  const blocks = Math.max(1, Math.ceil(data.length / BLOCK));
  for (let block = 0; block < blocks; block += 1) {
    const bytes = new Uint8Array(BLOCK);
    bytes.set(data.subarray(block * BLOCK, (block + 1) * BLOCK));
    const last = block === blocks - 1;
    compress(state, new DataView(bytes.buffer), BigInt(last ? data.length : (block + 1) * BLOCK), last);
  }
  const digest = new DataView(new ArrayBuffer(SIZE));
  state.forEach((word, index) => digest.setBigUint64(8 * index, word, true));
  return new Uint8Array(digest.buffer);
}

function compress(state, view, count, last) {
  const v = [...state, ...IV];
  v[12] ^= count;
  if (last) v[14] = low(~v[14]);
  const words = SIGMA[0].map((_, index) => view.getBigUint64(8 * index, true));
  for (let round = 0; round < 12; round += 1) {
    MIX.forEach(([a, b, c, d], step) => {
      const [x, y] = [words[SIGMA[round % 10][2 * step]], words[SIGMA[round % 10][2 * step + 1]]];
      v[a] = low(v[a] + v[b] + x);
      v[d] = turn(v[d] ^ v[a], 32n);
      v[c] = low(v[c] + v[d]);
      v[b] = turn(v[b] ^ v[c], 24n);
      v[a] = low(v[a] + v[b] + y);
      v[d] = turn(v[d] ^ v[a], 16n);
      v[c] = low(v[c] + v[d]);
      v[b] = turn(v[b] ^ v[c], 63n);
    });
  }
  for (let index = 0; index < 8; index += 1) state[index] ^= v[index] ^ v[index + 8];
}

const decoded = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
const same = (one, other) => one.length === other.length && one.every((byte, index) => byte === other[index]);

// "good", "bad", or "unchecked" where the browser knows no Ed25519.
export async function verify(data, signature, publicKey) {
  const lines = signature.split("\n");
  let key, signed, comment, whole;
  try {
    [key, signed, whole] = [decoded(publicKey), decoded(lines[1]), decoded(lines[3])];
    comment = new TextEncoder().encode(lines[2].slice("trusted comment: ".length));
  } catch {
    return "bad";
  }
  const [kind, number, bytes] = [signed.subarray(0, 2), signed.subarray(2, 10), signed.subarray(10)];
  if (signed.length !== 74 || key.length !== 42 || String.fromCharCode(...kind) !== "ED") return "bad";
  if (!same(number, key.subarray(2, 10))) return "bad";
  let known;
  try {
    known = await crypto.subtle.importKey("raw", key.subarray(10), { name: "Ed25519" }, false, ["verify"]);
  } catch {
    return "unchecked";
  }
  const holds = await crypto.subtle.verify("Ed25519", known, bytes, blake2b(data));
  const told = await crypto.subtle.verify("Ed25519", known, whole, new Uint8Array([...bytes, ...comment]));
  return holds && told ? "good" : "bad";
}
