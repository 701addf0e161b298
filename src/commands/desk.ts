import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { loadPublication } from '../config/load-publication.ts';
import { readSwitches } from '../config/switches.ts';
import { mistakesAsText } from '../copy/mistakes.ts';
import { bundleDesk } from '../desk/bundle.ts';
import { deskFolderOf } from '../desk/server/desk-folder.ts';
import { openDesk } from '../desk/server/open-desk.ts';
import { isFree } from './port.ts';
import { openRealPages } from './real-pages.ts';

// npm run desk: the page in which a newsroom writes, on this machine.

const readOptions = (): { port: number; open: boolean } => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4323' },
      open: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return { port, open: values.open };
  throw new Error(`--port must be a number from 1 to 65535, not "${values.port}".`);
};

const inUse = (port: number): Error =>
  new Error(
    `Port ${String(port)} is in use. Stop the program that uses it, or choose another port with \`npm run desk -- --port ${String(port + 1)}\`.`,
  );

/** How each system opens an address in the browser of whoever is signed in. */
const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

const openInBrowser = (url: string): void => {
  const [program, ...args] = openers[process.platform] ?? ['xdg-open'];
  spawn(program, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => {
      console.warn('No browser could be opened: open the address yourself.');
    })
    .unref();
};

const main = async (): Promise<void> => {
  const { port, open } = readOptions();
  const switches = readSwitches(process.env);
  if (switches.mistakes.length > 0) throw new Error(mistakesAsText(switches.mistakes));
  const publication = await loadPublication(switches);
  if (Array.isArray(publication)) throw new Error(mistakesAsText(publication));
  const folder = deskFolderOf(switches);
  if (typeof folder === 'string') throw new Error(folder);
  if (!(await isFree(port))) throw inUse(port);
  const pages = openRealPages(process.env, switches.cacheDir);
  const files = await bundleDesk();
  const desk = await openDesk({ files, switches, publication, folder, pages }, port);
  console.log(`\nDesk   ${desk.url}\n\nOnly this machine can open it. Ctrl-C stops it.`);
  if (open) openInBrowser(desk.url);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void Promise.all([desk.stop(), pages.stop()]);
    });
  }
};

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
