import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assetsFolder } from '../astro/printed-files.ts';
import { type FeatureMaterial, features } from '../features/features.ts';
import { printBrowserScript } from './bundle-script.ts';

/** The scripts that pages load when a reader asks for a feature. */
export interface FeatureScripts {
  /** What the address of each has around its name: the folder, with the base path, and a digest of all of them. */
  place: { folder: string; digest: string };
  /** Writes all of them into a built paper's folder. */
  printInto: (folder: string) => Promise<void>;
  /** Serves them during development, rebuilt for each request. */
  serve: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

const sources = fileURLToPath(new URL('../features/browser/', import.meta.url));

/** Bundles the script of one feature. */
const printFeature = async (name: string, material: FeatureMaterial): Promise<string> => {
  const settings = features[name]?.(material) ?? {};
  const script = await printBrowserScript(name, `${sources}${name}.ts`, {
    'virtual:feature': settings,
  });
  return script.text;
};

/** Bundles the scripts of all features. They share a digest, so that a page needs to carry only one. */
export const featureScripts = async (material: FeatureMaterial): Promise<FeatureScripts> => {
  const texts = new Map<string, string>();
  for (const name of Object.keys(features)) texts.set(name, await printFeature(name, material));
  const digest = createHash('sha256')
    .update(JSON.stringify([...texts]))
    .digest('hex')
    .slice(0, 8);
  const fileOf = (name: string): string => `${assetsFolder}/${name}.${digest}.js`;
  return {
    place: { folder: material.addresses.file(`${assetsFolder}/`), digest },
    printInto: async (folder) => {
      for (const [name, text] of texts) {
        const file = join(folder, fileOf(name));
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
    },
    serve: ({ url }, response, next) => {
      const name = [...texts.keys()].find((known) => url?.endsWith(`/${fileOf(known)}`));
      if (name === undefined) {
        next();
        return;
      }
      void printFeature(name, material).then((text) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(text);
      });
    },
  };
};
