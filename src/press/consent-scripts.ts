import { mkdir, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Addresses } from '../addresses.ts';
import { needsConsent } from '../privacy/third-parties.ts';
import type { Publication } from '../schemas/publication.ts';
import { type BrowserScript, printBrowserScript } from './bundle-script.ts';

/** The scripts that ask for a reader's consent and wait for it. */
export interface ConsentScripts {
  /** The address of the script that asks, with the base path; undefined if no consent is needed. */
  script: string | undefined;
  /** Writes all of them into a built paper's folder. */
  printInto: (folder: string) => Promise<void>;
  /** Serves them during development. */
  serve: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

const source = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Bundles the scripts that a publication's advertising network needs; without a network there are none. */
export const consentScripts = async (
  publication: Publication,
  addresses: Addresses,
): Promise<ConsentScripts> => {
  const { network } = publication.advertising;
  if (!network || !needsConsent(publication)) {
    return {
      script: undefined,
      printInto: () => Promise.resolve(),
      serve: (_request, _response, next) => {
        next();
      },
    };
  }
  const { provider } = network;
  const advertising = await printBrowserScript(
    'advertising',
    source(`advertising/browser/${provider}.ts`),
    { 'virtual:advertising': provider === 'adsense' ? { client: network.client } : {} },
  );
  const address = ({ path }: BrowserScript): string => addresses.link(`/${path}`);
  const consent = await printBrowserScript('consent', source('consent/browser/consent.ts'), {
    'virtual:consent': { scripts: [address(advertising)] },
  });
  const scripts = [advertising, consent];
  return {
    script: address(consent),
    serve: ({ url }, response, next) => {
      const asked = scripts.find(({ path }) => url?.endsWith(`/${path}`));
      if (!asked) {
        next();
        return;
      }
      response.setHeader('Content-Type', 'text/javascript');
      response.end(asked.text);
    },
    printInto: async (folder) => {
      for (const { path, text } of scripts) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
    },
  };
};
