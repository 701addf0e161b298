import { mistakesAsText, warningsAsText } from '../copy/mistakes.ts';
import { checkPaper } from '../check/check-paper.ts';
import { readSwitches } from '../config/switches.ts';

// npm run check: reports every mistake in copy and configuration in a second, without building.
const { mistakes, warnings, heldBack, copy } = await checkPaper(readSwitches(process.env));
if (warnings.length > 0) console.warn(`${warningsAsText(warnings)}\n`);
if (mistakes.length > 0) {
  console.error(mistakesAsText(mistakes));
  process.exitCode = 1;
} else {
  for (const { file, until } of heldBack) {
    console.log(until === undefined ? `draft: ${file}` : `held back until ${until}: ${file}`);
  }
  console.log(`${String(copy.articles.length)} articles, no mistakes.`);
}
