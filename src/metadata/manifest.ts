import type { Addresses } from '../addresses.ts';
import { directionOf } from '../language/names.ts';
import type { Publication } from '../schemas/publication.ts';
import { iconNames } from './icon-names.ts';

/**
 * The web manifest (W3C Web Application Manifest): how a phone shows a paper that a reader has added to the home
 * screen. The browser's controls stay visible, because readers of a newspaper follow links and go back.
 * @param colour the paper's colour in the light scheme
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
