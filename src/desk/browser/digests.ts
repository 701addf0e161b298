/**
 * `node:crypto` for browsers, as far as the paper’s code uses it: digests of short texts at once, where the browser’s own
 * would have to be waited for (SHA-1 and SHA-256, FIPS 180-4).
 */

const words = (bytes: Uint8Array): DataView => {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor((bytes.length * 8) / 2 ** 32));
  view.setUint32(length - 4, (bytes.length * 8) >>> 0);
  return view;
};

const left = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
const right = (word: number, by: number): number => left(word, 32 - by);

const hex = (state: readonly number[]): string =>
  state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');

const sha1 = (bytes: Uint8Array): string => {
  const view = words(bytes);
  const state: [number, number, number, number, number] = [
    0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0,
  ];
  const w = new Int32Array(80);
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a, b, c, d, e] = state;
    for (let n = 0; n < 80; n += 1) {
      const at = (back: number): number => w[n - back] ?? 0;
      w[n] = n < 16 ? view.getInt32(block + n * 4) : left(at(3) ^ at(8) ^ at(14) ^ at(16), 1);
      const [mix, constant] =
        n < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : n < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : n < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      const next = (left(a, 5) + mix + e + constant + (w[n] ?? 0)) | 0;
      [a, b, c, d, e] = [next, a, left(b, 30), c, d];
    }
    [a, b, c, d, e].forEach((word, n) => (state[n] = ((state[n] ?? 0) + word) | 0));
  }
  return hex(state);
};

const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n += 1) {
    if (found.every((prime) => n % prime !== 0)) found.push(n);
  }
  return found;
};

/** The first 32 bits after the point. */
const fraction = (value: number): number => ((value % 1) * 2 ** 32) | 0;

const sha256 = (bytes: Uint8Array): string => {
  const view = words(bytes);
  const constants = primes(64).map((prime) => fraction(Math.cbrt(prime)));
  const state = primes(8).map((prime) => fraction(Math.sqrt(prime)));
  const w = new Int32Array(64);
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let n = 0; n < 64; n += 1) {
      const at = (back: number): number => w[n - back] ?? 0;
      const early = at(15);
      const late = at(2);
      const low = right(early, 7) ^ right(early, 18) ^ (early >>> 3);
      const high = right(late, 17) ^ right(late, 19) ^ (late >>> 10);
      w[n] = n < 16 ? view.getInt32(block + n * 4) : at(16) + low + at(7) + high;
      const first = right(e, 6) ^ right(e, 11) ^ right(e, 25);
      const one = (h + first + ((e & f) ^ (~e & g)) + (constants[n] ?? 0) + (w[n] ?? 0)) | 0;
      const second = right(a, 2) ^ right(a, 13) ^ right(a, 22);
      const two = (second + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((word, n) => (state[n] = ((state[n] ?? 0) + word) | 0));
  }
  return hex(state);
};

interface Hash {
  update: (part: string | Uint8Array) => Hash;
  digest: (encoding: 'hex') => string;
}

/** As Node’s, for these two algorithms, with digests in hexadecimal. */
export const createHash = (algorithm: 'sha1' | 'sha256'): Hash => {
  const parts: number[] = [];
  const hash: Hash = {
    update: (part) => {
      for (const byte of typeof part === 'string' ? new TextEncoder().encode(part) : part)
        parts.push(byte);
      return hash;
    },
    digest: () => {
      const bytes = Uint8Array.from(parts);
      return algorithm === 'sha1' ? sha1(bytes) : sha256(bytes);
    },
  };
  return hash;
};
