import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';

// Astro bundles a second copy of the picture service with the pages, which shares no state with the build but this.
const channelOf = (folder: string): string => `pictures used again from ${folder}`;

/** Reports that an encoded picture was taken from the folder that keeps them. */
export const reportReused = (folder: string): void => {
  channel(channelOf(folder)).publish(folder);
};

/**
 * Counts the pictures that this process takes from a folder.
 * @param reused called for each
 * @returns a function that ends the counting
 */
export const countReused = (folder: string, reused: () => void): (() => void) => {
  subscribe(channelOf(folder), reused);
  return () => void unsubscribe(channelOf(folder), reused);
};
