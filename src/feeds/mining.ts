import type { StatedRights } from './uses.ts';

/** The path of the file from the root of an origin (RFC 8615). */
export const tdmrepPath = '.well-known/tdmrep.json';

/**
 * Whether text and data mining is reserved, in the two properties that file, headers and head share (TDM Reservation
 * Protocol, W3C Community Group, 2024-05-10). Undefined if nothing is said about it.
 */
export const miningOf = ({
  isMiningReserved,
  terms,
}: StatedRights): { 'tdm-reservation': 0 | 1; 'tdm-policy'?: string } | undefined => {
  if (isMiningReserved === undefined) return undefined;
  if (!isMiningReserved) return { 'tdm-reservation': 0 };
  return { 'tdm-reservation': 1, ...(terms === undefined ? {} : { 'tdm-policy': terms }) };
};

/**
 * Writes `tdmrep.json`, if anything is to be said.
 * @param base the paper's folder, and so the files that it is about
 */
export const writeTdmrep = (stated: StatedRights, base: string): string | undefined => {
  const mining = miningOf(stated);
  return mining && `${JSON.stringify([{ location: base, ...mining }], undefined, 2)}\n`;
};
