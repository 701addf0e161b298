import { mistakesAsText, warningsAsText } from '../copy/mistakes.ts';
import { checkPaper } from '../check/check-paper.ts';
import { sealedPictures } from '../check/sealed-pictures.ts';
import { readSwitches } from '../config/switches.ts';

// npm run check: reports every mistake in copy and configuration in a second, without building.
const switches = readSwitches(process.env);
const { mistakes, warnings, heldBack, copy, pictures } = await checkPaper(switches);
if (warnings.length > 0) console.warn(`${warningsAsText(warnings)}\n`);
if (mistakes.length > 0) {
  console.error(mistakesAsText(mistakes));
  process.exitCode = 1;
} else {
  for (const { file, until } of heldBack) {
    console.log(until === undefined ? `draft: ${file}` : `held back until ${until}: ${file}`);
  }
  const sealed = sealedPictures(pictures, switches.paperDir);
  if (sealed !== undefined) console.log(sealed);
  console.log(`${String(copy.articles.length)} articles, no mistakes.`);
}
