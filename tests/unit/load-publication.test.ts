import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'publication-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const fixture = readFileSync('tests/fixtures/one-article/publication.ts', 'utf8');

// A process of its own, because the test runner imports modules in its own way.
const script = `
import { writeFileSync } from 'node:fs';
const { loadPublication } = await import(${JSON.stringify(pathToFileURL('src/config/load-publication.ts').href)});
const [, paperDir] = process.argv;
const taglines = [];
for (const tagline of ['Every morning', 'Every evening, too']) {
  writeFileSync(paperDir + '/words.ts', 'export const tagline: string = ' + JSON.stringify(tagline) + ';');
  const switches = { publicationFile: paperDir + '/publication.ts', paperDir };
  taglines.push((await loadPublication(switches)).tagline);
}
console.log(JSON.stringify(taglines));
`;

test('a process that stays sees a change of what the publication file imports', () => {
  writeFileSync(
    path.join(folder, 'publication.ts'),
    fixture
      .replace(/^import .*\n/, "import { tagline } from './words.ts';\n")
      .replace(': PublicationCopy', '')
      .replace(/tagline: .*/, 'tagline,'),
  );
  const args = ['--input-type=module', '-e', script, folder];
  const said = execFileSync(process.execPath, args, { encoding: 'utf8' });
  expect(JSON.parse(said)).toEqual(['Every morning', 'Every evening, too']);
});
