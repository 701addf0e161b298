import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { announceTo } from '../announce/announce.ts';
import { isPlaceholder } from '../announce/placeholder.ts';
import { printedAddresses } from '../announce/printed-addresses.ts';
import { receiversOf } from '../announce/receivers.ts';
import { loadPublication } from '../config/load-publication.ts';
import { readSwitches } from '../config/switches.ts';
import { type Mistake, mistakesAsText, shown } from '../copy/mistakes.ts';

// npm run announce: tells search engines (IndexNow) and the hub of feeds (WebSub) which addresses of the printed paper
// changed since the last announcement. It is run once the paper is on its host.

const usage = [
  'npm run announce                 announces what changed since the last announcement',
  'npm run announce -- --dry-run    only prints it',
].join('\n');

const stop = (mistakes: readonly Mistake[]): void => {
  // Nothing is published here, so the count alone.
  console.error(mistakesAsText(mistakes, ''));
  process.exitCode = 1;
};

const announce = async (isDry: boolean): Promise<void> => {
  const switches = readSwitches(process.env);
  const { outDir, cacheDir } = switches;
  if (switches.mistakes.length > 0) {
    stop(switches.mistakes);
    return;
  }
  const publication = await loadPublication(switches);
  if (Array.isArray(publication)) {
    stop(publication);
    return;
  }
  const receivers = receiversOf(publication);
  if (receivers.length === 0) {
    console.log('Nobody to announce anything to: set `indexNow` or `feeds.hub`.');
    return;
  }
  const paper = printedAddresses(outDir);
  const refuse = (field: string, found: string, expected: string, fix: string): void => {
    stop([{ file: 'environment', field, found, expected, fix }]);
  };
  if (paper === undefined) {
    refuse('OUT_DIR', `${shown(outDir)}, without a paper`, 'the printed paper', 'Build it first.');
    return;
  }
  if (isPlaceholder(paper.front)) {
    refuse(
      'SITE_URL',
      `a paper printed for ${paper.front}`,
      'an address that is yours',
      'Set `url` in the publication file, or SITE_URL, build the paper and publish it.',
    );
    return;
  }
  const key = publication.indexNow?.key;
  if (key !== undefined && !existsSync(join(outDir, `${key}.txt`))) {
    refuse(
      'OUT_DIR',
      `a paper without ${key}.txt`,
      'one that was printed with `indexNow`',
      'Build the paper again and publish it.',
    );
    return;
  }
  for (const receiver of receivers) {
    const say = (line: string): void => {
      (line.startsWith('✗') ? console.error : console.log)(line);
    };
    if (!(await announceTo(receiver, paper, { cacheDir, isDry, say }))) process.exitCode = 1;
  }
};

const { values, tokens } = parseArgs({
  options: { 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  strict: false,
  tokens: true,
});
const unknown = tokens.find(
  (token) => token.kind !== 'option' || !['dry-run', 'help'].includes(token.name),
);
if (unknown) {
  console.error(usage);
  process.exitCode = 1;
} else if (values.help === true) console.log(usage);
else await announce(values['dry-run'] === true);
