import { fileURLToPath } from 'node:url';
import { draftsFlag, fromTheBeginning } from '../astro/command.ts';
import { readSwitches } from '../config/switches.ts';
import { buildWithoutSettingUp } from './press.ts';

// Makes an edition with what Astro bundled for the last one, or has Astro build it.

// As Astro sets it, for packages that pages use.
process.env['NODE_ENV'] ??= 'production';

const next = await buildWithoutSettingUp(
  readSwitches(process.env, process.argv.includes(draftsFlag)),
);
if (next === 'astro, from the beginning') {
  // Threads of the edition that could not be made may still be writing.
  process.exit(fromTheBeginning);
} else if (next === 'astro') {
  const astro = new URL('../astro/bin/astro.mjs', import.meta.url);
  process.argv[1] = fileURLToPath(astro);
  await import(astro.href);
}
