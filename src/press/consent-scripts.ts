import { fileURLToPath } from 'node:url';
import type { Addresses } from '../addresses.ts';
import { needsConsent } from '../privacy/third-parties.ts';
import type { Publication } from '../schemas/publication.ts';
import { type BrowserFiles, browserFiles } from './browser-files.ts';
import type { BrowserScript, PrintScript } from './bundle-script.ts';

/** The scripts that ask for a reader's consent and wait for it. */
export interface ConsentScripts extends BrowserFiles {
  /** The address of the script that asks, with the base path; undefined if no consent is needed. */
  script: string | undefined;
}

const source = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Bundles the scripts that a publication's advertising network needs; without a network there are none. */
export const consentScripts = async (
  publication: Publication,
  addresses: Addresses,
  print: PrintScript,
): Promise<ConsentScripts> => {
  const { network } = publication.advertising;
  if (!network || !needsConsent(publication)) return { script: undefined, ...browserFiles([]) };
  const { provider } = network;
  const advertising = await print('advertising', source(`advertising/browser/${provider}.ts`), {
    'virtual:advertising': provider === 'adsense' ? { client: network.client } : {},
  });
  const address = ({ path }: BrowserScript): string => addresses.link(`/${path}`);
  const consent = await print('consent', source('consent/browser/consent.ts'), {
    'virtual:consent': { scripts: [address(advertising)] },
  });
  return { script: address(consent), ...browserFiles([advertising, consent]) };
};
