import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { globSync } from 'node:fs';
import { besideThePaper, printed } from './printed.ts';

const { files, bytes } = printed('hostile');

describe('drafts and scheduled articles', () => {
  test('leave no trace in any file of the paper: neither text nor address', () => {
    const secrets = /umbra|penumbra/i;
    const leaks = [...files].filter(
      (file) =>
        secrets.test(file) ||
        (/\.(?:html|xml|json|txt|js|css)$|\/_\w+$|\.htaccess$/.test(file) &&
          secrets.test(bytes(file).toString('utf8'))) ||
        (/\.pf_\w+$/.test(file) && secrets.test(gunzipSync(bytes(file)).toString('utf8'))),
    );
    expect(leaks).toEqual([]);
    for (const [file, text] of besideThePaper('hostile')) expect(text, file).not.toMatch(secrets);
    const index = [...files].filter((file) => file.endsWith('.pf_fragment'));
    expect(index.length, 'parts of the search index').toBeGreaterThan(40);
  });

  test('do not leak their pictures under any file name', () => {
    const secret = globSync('tests/fixtures/hostile/content/articles/**/*secret*.png');
    expect(secret.length).toBeGreaterThanOrEqual(2);
    const originals = new Set(
      secret.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex')),
    );
    const printedPictures = [...files].filter((file) => /\.(?:png|jpe?g|webp|avif)$/.test(file));
    expect(printedPictures.length).toBeGreaterThan(10);
    expect(
      printedPictures.filter((file) =>
        originals.has(createHash('sha256').update(bytes(file)).digest('hex')),
      ),
    ).toEqual([]);
  });

  test('are not exposed by original pictures, because only encoded ones are published', () => {
    for (const name of ['home', 'hostile', 'right-to-left']) {
      const originals = [...printed(name).files].filter((file) =>
        /\/_astro\/[^/_]+\.[^./_]+\.(?:png|jpe?g|webp)$/.test(file),
      );
      expect(originals, name).toEqual([]);
    }
  });
});
