import type { Mistake } from '../copy/mistakes.ts';
import { limits, within } from '../hosts/limits.ts';
import type { Redirects } from '../hosts/redirect.ts';
import type { Host } from '../schemas/hosting.ts';

const names: Record<Host, string> = {
  netlify: 'Netlify',
  'cloudflare-pages': 'Cloudflare Pages',
  vercel: 'Vercel',
  'github-pages': 'GitHub Pages',
  nginx: 'nginx',
  apache: 'Apache',
  caddy: 'Caddy',
  cloudfront: 'CloudFront',
};

const kinds = [
  ['folders', 'folders of old addresses'],
  ['queried', 'old addresses with a query'],
] as const;

/**
 * Finds redirects that exceed the limits of the publication's hosts. If a page of the paper can redirect instead, or if
 * the host has no such rules at all, that is a warning. Otherwise it is a mistake.
 * @param file the publication file, as mistakes name it
 */
export const hostLimitMistakes = (
  redirects: Redirects,
  hosts: readonly Host[],
  file: string,
): { mistakes: Mistake[]; warnings: Mistake[] } => {
  const mistakes: Mistake[] = [];
  const warnings: Mistake[] = [];
  const field = 'hosting.hosts';
  for (const host of new Set(hosts)) {
    const name = names[host];
    const limit = limits[host];
    const taken = within(redirects, host);
    for (const [kind, what] of kinds) {
      const { length } = redirects[kind];
      const most = taken[kind].length;
      if (most === length) continue;
      const mistake = {
        file,
        field,
        found: `${name}, which takes only ${most} of this paper’s ${length} ${what}`,
        expected: `at most ${most} ${what} on ${name}`,
      };
      if (limit[kind] > 0) {
        const fix = 'Combine several into one folder in redirects.yaml, or choose another host.';
        mistakes.push({ ...mistake, fix });
      } else {
        warnings.push({
          ...mistake,
          fix: 'Choose another host, or accept that they do not work there.',
        });
      }
    }
    const byPage = redirects.exact.length - taken.exact.length;
    if (byPage > 0 && limit.all > 0) {
      warnings.push({
        file,
        field,
        found: `${name}, which takes only ${taken.exact.length} of this paper’s ${redirects.exact.length} old addresses`,
        expected: `at most ${taken.exact.length} on ${name}`,
        fix: 'None is needed: at the other addresses a page redirects.',
      });
    }
  }
  return { mistakes, warnings };
};
