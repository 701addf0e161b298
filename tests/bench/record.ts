/**
 * Prints what it costs to read the record of an archive from git: the first time, with nothing new, with a story that is
 * not committed, and with one more commit.
 *
 *     node tests/bench/record.ts --articles 5000 --versions 3
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCopy } from '../../src/copy/read.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { generateCorpus } from './corpus.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '5000' },
    versions: { type: 'string', default: '3' },
  },
});
const [articles, versions] = [Number(values.articles), Number(values.versions)];

const folder = mkdtempSync(join(tmpdir(), 'bench-record-'));
const contentDir = join(folder, 'content');
const began = Date.parse('2025-01-01T08:00:00Z');
const published = new Date(began).toISOString();

const git = (args: string[], input = ''): void => {
  const { status, stderr } = spawnSync('git', args, { cwd: folder, input, maxBuffer: Infinity });
  if (status !== 0) throw new Error(stderr.toString());
};

interface Story {
  file: string;
  text: (version: number) => string;
}

const stories = generateCorpus(articles).map(({ headline, standfirst, body }, n): Story => ({
  file: `content/articles/${String(2016 + (n % 10))}/story-${String(n)}/index.md`,
  text: (version) =>
    `---\nheadline: "${headline.slice(0, 100)}"\nstandfirst: "${standfirst.slice(0, 250)}"\n` +
    `section: world\nauthors: [desk]\npublished: "${published}"\n---\n\n` +
    `It was changed ${String(version)} times.\n\n${body}\n`,
}));

/** A stream for `git fast-import`: one commit with everything, then one for each change of a story. */
const history = (): string => {
  const data = (text: string): string => `data ${String(Buffer.byteLength(text))}\n${text}\n`;
  const commit = (minutes: number, message: string): string =>
    `commit refs/heads/main\ncommitter Desk <desk@paper.example> ` +
    `${String(began / 1000 + minutes * 60)} +0000\n${data(message)}`;
  const file = ({ file, text }: Story, version: number): string =>
    `M 100644 inline ${file}\n${data(text(version))}`;
  const changes = Array.from({ length: versions - 1 }, (_, version) =>
    stories.map(
      (story, n) => commit(1 + version * articles + n, 'Edit') + file(story, version + 1),
    ),
  );
  const first = commit(0, 'Begin') + stories.map((story) => file(story, 0)).join('');
  return [first, ...changes.flat()].join('');
};

const measure = (what: string): void => {
  const copy = readCopy(contentDir, folder);
  const [from, used] = [performance.now(), process.cpuUsage()];
  const { changed, faults } = readRecord({
    from: 'git',
    contentDir,
    recordDir: join(folder, 'record'),
    keptDir: join(folder, '.cache/record'),
    articles: copy.articles,
    moment: new Date('2025-06-01T08:00:00Z'),
    language: 'en',
  });
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
  const { user, system } = process.cpuUsage(used);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  console.log(
    `${what.padEnd(20)} ${seconds(performance.now() - from)} s, of the processor without git ` +
      `${seconds((user + system) / 1000)} s, ${String(changed.size)} stories that changed`,
  );
};

try {
  mkdirSync(contentDir, { recursive: true });
  git(['init', '-q', '-b', 'main']);
  git(['config', 'user.name', 'Desk']);
  git(['config', 'user.email', 'desk@paper.example']);
  git(['fast-import', '--quiet'], history());
  git(['checkout', '-q', '-f', 'main']);
  measure('the first time');
  measure('nothing new');
  measure('nothing new, again');
  appendFileSync(join(folder, stories[0]?.file ?? ''), '\nMore was said.\n');
  measure('a story on the disk');
  git(['commit', '-q', '-a', '-m', 'Edit']);
  measure('one more commit');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
