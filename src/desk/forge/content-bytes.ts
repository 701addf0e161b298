/** The bytes of what a file is to hold. */
export const bytesOf = (content: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

/** Base64 as forges take it (RFC 4648, section 4). */
export const base64Of = (content: string | Uint8Array): string => {
  const bytes = bytesOf(content);
  // In pieces, because a call takes only so many arguments.
  const piece = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += piece) {
    binary += String.fromCharCode(...bytes.subarray(at, at + piece));
  }
  return btoa(binary);
};

/** The bytes behind Base64, which forges break into lines. */
export const bytesOfBase64 = (text: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(text.replace(/\s/g, ''));
  const bytes = new Uint8Array(binary.length);
  // `Uint8Array.from` takes a second for the texts of a large paper.
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
};

/** The text of a file. A byte order mark stays, so that a save does not lose it. */
export const textOf = (bytes: Uint8Array | ArrayBuffer): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/**
 * The id that git gives a file with this content.
 * @param like an id of the same repository, which tells SHA-256 from SHA-1 by its length
 */
export const blobId = async (content: string | Uint8Array, like = ''): Promise<string> => {
  const bytes = bytesOf(content);
  const head = bytesOf(`blob ${String(bytes.length)}\0`);
  const whole = new Uint8Array(head.length + bytes.length);
  whole.set(head);
  whole.set(bytes, head.length);
  const digest = await crypto.subtle.digest(like.length === 64 ? 'SHA-256' : 'SHA-1', whole);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

const mediaTypes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};

/** A picture that a page can show: forges say only that it is bytes. */
export const pictureOf = (path: string, bytes: BlobPart): Blob =>
  new Blob([bytes], {
    type: mediaTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? '',
  });

/** Whether these bytes only say where Git LFS keeps the file. */
export const isLfsPointer = (bytes: ArrayBuffer | Uint8Array): boolean =>
  bytes.byteLength < 1024 && textOf(bytes).startsWith('version https://git-lfs.github.com/spec/');
