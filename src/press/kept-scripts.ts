import { join } from 'node:path';
import { cacheFolders } from '../config/folders.ts';
import { openRows } from '../copy/kept-rows.ts';
import { type BrowserScript, type PrintScript, printBrowserScript } from './bundle-script.ts';
import { constantsModule } from './constants-module.ts';

/** Scripts for readers' browsers that are kept between builds. */
export interface KeptScripts {
  /** Prints one, or takes it from the last build. */
  print: PrintScript;
  /** Keeps those that were ever asked for. */
  keep: () => void;
}

/** Scripts that are bundled whenever they are asked for. */
export const newScripts: KeptScripts = { print: printBrowserScript, keep: () => undefined };

/** A script, and what it was made of besides code. */
interface Kept {
  material: string;
  script: BrowserScript;
}

/**
 * Opens the scripts that were kept.
 * @param code a digest of all code that may be in them
 */
export const openScripts = (cacheDir: string, code: string): KeptScripts => {
  const rows = openRows<Kept>(join(cacheDir, cacheFolders.scripts), code);
  const asked = new Map<string, Kept>();
  return {
    print: async (name, entry, settings) => {
      const modules = Object.entries(settings).map(([id, values]) => [id, constantsModule(values)]);
      const material = JSON.stringify([entry, modules]);
      const last = asked.get(name) ?? rows.last(name);
      const isSame = last?.material === material;
      const script = isSame ? last.script : await printBrowserScript(name, entry, settings);
      asked.set(name, { material, script });
      if (!isSame) rows.changed(name);
      return script;
    },
    keep: () => {
      // A process that stays asks for most of them only once.
      for (const [name, kept] of asked) rows.set(name, kept);
      rows.keep();
    },
  };
};
