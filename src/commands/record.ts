import { mistakesAsText, warningsAsText } from '../copy/mistakes.ts';
import { readCopy } from '../copy/read.ts';
import { asItStands } from '../edition/withdrawn.ts';
import { readSwitches } from '../config/switches.ts';
import { writeRecord } from '../record/write-record.ts';

// npm run record: writes the public versions of all stories into the paper's folder `record`, for builds without history.
const { moment, contentDir, paperDir, recordDir, ...switches } = readSwitches(process.env);
const { articles, ...copy } = readCopy(contentDir, paperDir);
const mistakes = [...switches.mistakes, ...copy.mistakes];
// Words that no edition may be built from are not public.
if (mistakes.length > 0) {
  console.error(mistakesAsText(mistakes));
  process.exit(1);
}
const { versions, stories, renamed, left, faults } = writeRecord({
  contentDir,
  recordDir,
  articles: articles.map((story) => asItStands(story, moment)),
  moment,
});
for (const fault of faults) console.warn(`${warningsAsText([{ file: 'record', ...fault }])}\n`);
for (const [before, now] of renamed) console.log(`record/${before} is now record/${now}`);
for (const { file, why } of left) console.warn(`left as it is: ${file} (${why})`);
console.log(
  versions === 0
    ? 'The record is complete: nothing was added.'
    : `Added to the record: ${String(versions)} versions of ${String(stories)} stories.`,
);
