import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { assetsFolder } from '../astro/printed-files.ts';
import { type FeatureMaterial, features } from '../features/features.ts';
import { type BrowserFiles, browserFiles } from './browser-files.ts';
import { type PrintScript, printBrowserScript } from './bundle-script.ts';

/** The scripts that pages load when a reader asks for a feature. */
export interface FeatureScripts extends BrowserFiles {
  /** What the address of each has around its name: the folder, with the base path, and a digest of all of them. */
  place: { folder: string; digest: string };
}

const sources = fileURLToPath(new URL('../features/browser/', import.meta.url));

/** Bundles the script of one feature. */
const printFeature = async (
  name: string,
  material: FeatureMaterial,
  print: PrintScript = printBrowserScript,
): Promise<string> => {
  const settings = features[name]?.(material) ?? {};
  const script = await print(name, `${sources}${name}.ts`, {
    'virtual:feature': settings,
  });
  return script.text;
};

/** Bundles the scripts of all features. They share a digest, so that a page needs to carry only one. */
export const featureScripts = async (
  material: FeatureMaterial,
  print: PrintScript,
): Promise<FeatureScripts> => {
  const texts = new Map<string, string>();
  for (const name of Object.keys(features))
    texts.set(name, await printFeature(name, material, print));
  const digest = createHash('sha256')
    .update(JSON.stringify([...texts]))
    .digest('hex')
    .slice(0, 8);
  const files = [...texts].map(([name, text]) => ({
    name,
    path: `${assetsFolder}/${name}.${digest}.js`,
    text,
  }));
  return {
    place: { folder: material.addresses.file(`${assetsFolder}/`), digest },
    ...browserFiles(files, ({ name }) => printFeature(name, material)),
  };
};
