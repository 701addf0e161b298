const written = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join(';');

/**
 * What the desk's page may load (W3C CSP Level 3): its own files, and one forge. `'wasm-unsafe-eval'` lets it render
 * Markdown with the paper's own processor.
 * @param forge the addresses of the forge's API and of its sign-in
 */
export const deskPolicy = (forge: readonly string[]): string =>
  written({
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'blob:', 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...new Set(forge.map((address) => new URL(address).origin))],
    'worker-src': ["'self'"],
    'frame-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  });

/** What the frame that shows a story in the desk may load: styles, pictures and fonts, and no script at all. */
export const previewPolicy = written({
  'default-src': ["'none'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'blob:', 'data:', 'https:'],
  'font-src': ["'self'"],
  // Recordings, as readers hear them.
  'media-src': ["'self'", 'https:'],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
});

/** The attribute of the frame itself: no script runs in it. Links open in windows of their own. */
export const previewSandbox =
  'allow-same-origin allow-popups allow-popups-to-escape-sandbox' as const;

/** The addresses that a desk's page talks to. */
export const forgeAddresses = ({
  api,
  site,
  appId,
}: {
  api: string;
  site: string;
  appId?: string | undefined;
}): string[] => [
  api,
  // Where a code from the sign-in is exchanged for a token.
  ...(appId === undefined ? [] : [site]),
];
