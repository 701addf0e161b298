import { join } from 'node:path';
import { cacheFolders } from '../config/folders.ts';
import { openRows } from '../copy/kept-rows.ts';
import { type BrowserScript, type PrintScript, printBrowserScript } from './bundle-script.ts';
import { constantsModule } from './constants-module.ts';

/** Scripts for readers' browsers that are kept between builds. */
export interface KeptScripts {
  /** Prints one, or takes it from the last build. */
  print: PrintScript;
  /** Keeps those that were asked for. */
  keep: () => void;
}

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
  return {
    print: async (name, entry, settings) => {
      const modules = Object.entries(settings).map(([id, values]) => [id, constantsModule(values)]);
      const material = JSON.stringify([entry, modules]);
      const last = rows.last(name);
      const isSame = last?.material === material;
      const script = isSame ? last.script : await printBrowserScript(name, entry, settings);
      rows.set(name, { material, script });
      if (!isSame) rows.changed(name);
      return script;
    },
    keep: rows.keep,
  };
};
