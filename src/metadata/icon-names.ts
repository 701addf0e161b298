/** The vector icon, sharp at any size, that a publisher may put into `public/`. */
export const vectorIcon = 'favicon.svg';

/** The file names of the icons and of the web manifest, which are beside the front page. */
export const iconNames = {
  favicon: 'favicon.ico',
  touch: 'apple-touch-icon.png',
  small: 'icon-192.png',
  large: 'icon-512.png',
  maskable: 'icon-maskable.png',
  manifest: 'site.webmanifest',
} as const;
