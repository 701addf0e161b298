import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const fixture = fileURLToPath(new URL('fixtures/one-article', import.meta.url));

/**
 * Copies the paper of one article to a folder outside the engine, where its publication can import nothing.
 * @param settings lines to add to its publication
 * @returns the file of its story, and that of its page if it is built into `dist/`
 */
export const copyOneArticlePaper = (
  folder: string,
  settings = '',
): { story: string; page: string } => {
  cpSync(path.join(fixture, 'content'), path.join(folder, 'content'), { recursive: true });
  const publication = readFileSync(path.join(fixture, 'publication.ts'), 'utf8');
  writeFileSync(
    path.join(folder, 'publication.ts'),
    publication
      .replace(/^import .*\n/, '')
      .replace(': PublicationCopy = {', () => ` = {\n${settings}`),
  );
  return {
    story: path.join(folder, 'content/articles/2025/clock-tower-strikes-thirteen/index.md'),
    page: path.join(folder, 'dist/town/clock-tower-strikes-thirteen/index.html'),
  };
};
