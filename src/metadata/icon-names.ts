/** The icon that is sharp at any size, where a publisher has drawn one and put it into `public/`. */
export const vectorIcon = 'favicon.svg';

/** The files of the icons and of the web manifest, beside the front page. */
export const iconNames = {
  favicon: 'favicon.ico',
  touch: 'apple-touch-icon.png',
  small: 'icon-192.png',
  large: 'icon-512.png',
  maskable: 'icon-maskable.png',
  manifest: 'site.webmanifest',
} as const;
