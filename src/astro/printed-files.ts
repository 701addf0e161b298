/**
 * The folder of printed pictures, scripts, fonts and stylesheets, in the paper's folder. Every file in it carries a digest
 * of its content in its name (`build.assets` in Astro's configuration).
 */
export const assetsFolder = '_astro';

/** Names of files in that folder, as they stand in addresses: brackets in pairs, apostrophes as HTML writes them. */
const named = new RegExp(
  `${assetsFolder}/(?:[^\\s"'<>&(),;\\\\]|&#39;|\\([^\\s"'<>&(),;\\\\]*\\))+`,
  'g',
);

const decoded = (name: string): string => {
  try {
    return decodeURI(name.replaceAll('&#39;', "'"));
  } catch {
    // Copy may name what it likes; no file has such a name.
    return name;
  }
};

/** The files of that folder that a printed page or feed shows, by their paths from the paper's folder. */
export const assetsIn = (text: string): string[] => [...new Set(text.match(named))].map(decoded);

/**
 * The original that a printed picture may have been made from, without its ending: Astro names
 * `bridge.B6qwmQ1k_Z1xGkT.avif` after `bridge.B6qwmQ1k.jpg` and a digest of size and format.
 */
export const originalOf = (picture: string): string => picture.slice(0, picture.lastIndexOf('_'));
