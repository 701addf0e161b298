/** What is read of Exif. */
export type Exif = Partial<Record<'description' | 'creator' | 'rights', string>>;

const tags: Readonly<Record<number, keyof Exif>> = {
  0x010e: 'description',
  0x013b: 'creator',
  0x8298: 'rights',
};

/** Texts are of this type in a TIFF. */
const ascii = 2;

/** Reads the texts of Exif, in the first directory of its TIFF (TIFF 6.0). */
export const readExif = (bytes: Uint8Array): Exif => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = view.getUint16(0) === 0x4949;
  const found: Exif = {};
  const start = view.getUint32(4, isLittle);
  const count = view.getUint16(start, isLittle);
  for (let at = start + 2; at < start + 2 + count * 12 && at + 12 <= bytes.length; at += 12) {
    const name = tags[view.getUint16(at, isLittle)];
    const size = view.getUint32(at + 4, isLittle);
    if (!name || view.getUint16(at + 2, isLittle) !== ascii || size > bytes.length) continue;
    const place = size > 4 ? view.getUint32(at + 8, isLittle) : at + 8;
    found[name] = new TextDecoder().decode(bytes.subarray(place, place + size));
  }
  return found;
};
