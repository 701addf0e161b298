import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * The violations that axe finds on a page in its current state: each rule with the elements that break it.
 *
 * Axe runs in the page itself (legacy mode) and reports violations only. Its default mode, which supports cross-origin
 * frames, opens a second page for every analysis and transfers passed rules too, which takes twice as long. None of our
 * pages has such a frame before its reader asks for one.
 * @param within a selector that limits the analysis to a part of the page
 */
export const violationsOn = async (page: Page, within?: string): Promise<string[]> => {
  const isThere = await page.evaluate(() => 'axe' in window);
  // Half a megabyte, so injected only once per page.
  const builder = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
  const { violations } = await (within ? builder.include(within) : builder).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
};
