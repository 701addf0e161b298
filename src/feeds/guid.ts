import { createHash } from 'node:crypto';

/** The namespace of the paper's guids: a random UUID that must never change. */
const nameSpace = Uint8Array.from('95bfde5a9d344770b378503850688933'.match(/../g) ?? [], (byte) =>
  parseInt(byte, 16),
);

/** A name-based UUID (RFC 9562, version 5) in the paper's namespace, as a URN. */
export const nameBasedUrn = (name: string): string => {
  const hex = createHash('sha1').update(nameSpace).update(name).digest('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`];
  return `urn:uuid:${[...parts, variant + hex.slice(17, 20), hex.slice(20, 32)].join('-')}`;
};

/**
 * An article's guid: its own, or one made from its slug. It contains neither address nor headline, so that no feed
 * reader shows a story twice because one of these changed.
 */
export const guidOf = ({ id, guid }: { id: string; guid?: string | undefined }): string =>
  guid ?? nameBasedUrn(id);
