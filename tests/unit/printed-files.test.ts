import { expect, test } from 'vitest';
import { assetsIn } from '../../src/astro/printed-files.ts';

test('a page shows the files that its elements and scripts name', () => {
  const page =
    '<img src="/_astro/a%20(b).x1.webp"><script>s.src=`/_astro/reply.1f.js`;t="/_astro/c.2e.js"</script>';
  expect(assetsIn(page)).toEqual(['_astro/a (b).x1.webp', '_astro/reply.1f.js', '_astro/c.2e.js']);
});

test('a name that a script puts together is no file, so its page can be kept', () => {
  expect(assetsIn('<script>s.src=`/_astro/${name}.1f2e.js`</script>')).toEqual([]);
});
