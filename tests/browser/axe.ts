import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds wrong on a page as it is now: each rule with the elements that break it.
 *
 * It runs in the page itself and describes mistakes only. Axe's way for frames of other hosts opens a second page for
 * every analysis and carries over all that is right, which takes twice the time; no page of ours has such a frame
 * before its reader asks for one.
 * @param within a selector, to look at a part of the page only
 */
export const violationsOn = async (page: Page, within?: string): Promise<string[]> => {
  const isThere = await page.evaluate(() => 'axe' in window);
  // Its half a megabyte is read once for each page.
  const builder = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
  const { violations } = await (within ? builder.include(within) : builder).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
};
