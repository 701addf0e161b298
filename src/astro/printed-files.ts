/**
 * The folder of printed pictures, scripts, fonts and stylesheets, in the paper's folder. Every file in it carries a
 * digest of its content in its name (`build.assets` in Astro's configuration).
 */
export const assetsFolder = '_astro';

/**
 * The names of files in that folder, as written in addresses and scripts: brackets in pairs, apostrophes escaped for
 * HTML. A name that a script puts together is none: no file has it, and the page would never be kept.
 */
const named = new RegExp(
  `${assetsFolder}/(?!\\$\\{)(?:[^\\s"'\`<>&(),;\\\\]|&#39;|\\([^\\s"'\`<>&(),;\\\\]*\\))+`,
  'g',
);

const decoded = (name: string): string => {
  try {
    return decodeURI(name.replaceAll('&#39;', "'"));
  } catch {
    // Not a valid address: copy may contain anything, and no file has such a name.
    return name;
  }
};

/** The files in that folder that a printed page or feed refers to, as paths from the paper's folder. */
export const assetsIn = (text: string): string[] => [...new Set(text.match(named))].map(decoded);

/**
 * The original that a printed picture may have been made from, without its extension: Astro names
 * `bridge.B6qwmQ1k_Z1xGkT.avif` after `bridge.B6qwmQ1k.jpg` and a digest of size and format.
 */
export const originalOf = (picture: string): string => picture.slice(0, picture.lastIndexOf('_'));
