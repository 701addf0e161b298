import { keepCompiledCode } from '../compiled-code.ts';

// Astro's command line, without telemetry: it would write to the user's home folder before it reads any configuration, and
// the user may have none, as in a container. Astro tells its own processes from others by the end of this file's path.
process.env['ASTRO_TELEMETRY_DISABLED'] ??= '1';
keepCompiledCode();
await import(new URL('bin/astro.mjs', import.meta.resolve('astro/package.json')).href);
