/** What is read of IPTC-IIM: each may be there several times. */
export interface Iptc {
  creator: string[];
  credit: string[];
  rights: string[];
  description: string[];
}

/** The numbers of these in record 2 (IIM 4.2). */
const datasets: Readonly<Record<number, keyof Iptc>> = {
  80: 'creator',
  110: 'credit',
  116: 'rights',
  120: 'description',
};

/** Reads IPTC-IIM. Only text in UTF-8 or ASCII is believed: in any other encoding, every accent may be another. */
export const readIptc = (bytes: Uint8Array): Iptc => {
  const found: Iptc = { creator: [], credit: [], rights: [], description: [] };
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === 0x1c;) {
    const size = ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0);
    // A longer one has its length elsewhere: nothing that is read is so long.
    if (size >= 0x8000) break;
    const name = bytes[at + 1] === 2 ? datasets[bytes[at + 2] ?? 0] : undefined;
    if (name) found[name].push(new TextDecoder().decode(bytes.subarray(at + 5, at + 5 + size)));
    at += 5 + size;
  }
  return found;
};
