import { readFileSync } from 'node:fs';

interface DeskFile {
  text: Buffer;
  headers: Record<string, string>;
}

/** The editors' page loads its own program and style, talks to its own server, and nothing else (CSP 3). */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types',
].join('; ');

const paths: Record<string, [file: string, type: string]> = {
  '/ui': ['index.html', 'text/html'],
  '/ui/desk.js': ['desk.js', 'text/javascript'],
  '/ui/service.js': ['service.js', 'text/javascript'],
  '/ui/element.js': ['element.js', 'text/javascript'],
  '/ui/comments.js': ['comments.js', 'text/javascript'],
  '/ui/desk.css': ['desk.css', 'text/css'],
};

/** A file of the page where editors sign in and moderate; undefined at any other path. */
export const deskFile = (path: string): DeskFile | undefined => {
  const found = Object.hasOwn(paths, path) ? paths[path] : undefined;
  if (!found) return undefined;
  const [file, type] = found;
  return {
    text: readFileSync(new URL(`desk/${file}`, import.meta.url)),
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Security-Policy': policy,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  };
};
