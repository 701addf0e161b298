import { letters, numberAt } from './bytes.ts';

/** The frames of an animated PNG (APNG), which sharp does not count: its first chunks say so (PNG, third edition). */
export const framesOfPng = (bytes: Uint8Array): number => {
  for (let at = 8; at + 12 <= bytes.length; at += numberAt(bytes, at) + 12) {
    const chunk = letters(bytes, at + 4, at + 8);
    if (chunk === 'acTL') return numberAt(bytes, at + 8);
    if (chunk === 'IDAT') return 1;
  }
  return 1;
};
