import type { Addresses } from '../addresses.ts';
import { directionOf } from '../language/names.ts';
import type { Publication } from '../schemas/publication.ts';
import { iconNames } from './icon-names.ts';

/**
 * The web manifest (W3C, Web Application Manifest): how a phone shows the paper that a reader has put on the home
 * screen. It keeps the browser's controls: a newspaper is made of links.
 * @param colour the paper's own, in the light scheme
 */
export const manifestOf = (
  { name, shortName, language }: Publication,
  { base, file }: Addresses,
  colour: string,
): object => {
  const png = (icon: string, side: number) => ({
    src: file(icon),
    sizes: `${String(side)}x${String(side)}`,
    type: 'image/png',
  });
  return {
    name,
    short_name: shortName ?? name,
    lang: language,
    dir: directionOf(language),
    id: base,
    start_url: base,
    scope: base,
    display: 'minimal-ui',
    theme_color: colour,
    background_color: colour,
    icons: [
      png(iconNames.small, 192),
      png(iconNames.large, 512),
      { ...png(iconNames.maskable, 512), purpose: 'maskable' },
    ],
  };
};
