import { isWriting } from 'virtual:edition';

/** How many parts are remembered at most, of some hundred bytes each. */
const most = 40_000;

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/**
 * A number that stands for an object in names: a theme may show a story that it has changed, beside the one that it was made
 * from.
 */
export const numberOf = (object: object): number => {
  const number = numbers.get(object) ?? (lastNumber += 1);
  numbers.set(object, number);
  return number;
};

/** Stands for the one address in a part that differs from page to page. */
export const ownAddress = '/own-address/';

const rendered = new Map<string, string>();

/**
 * The HTML of a part that is the same on many pages of an edition, which is rendered for the first of them.
 * @param name names the part and everything that it shows or depends on
 * @param render renders it
 */
export const renderedOnce = async (
  name: string,
  render: () => Promise<string>,
): Promise<string> => {
  // While somebody writes, what it shows may change.
  if (isWriting) return render();
  const known = rendered.get(name);
  if (known !== undefined) return known;
  const html = await render();
  if (rendered.size >= most) rendered.clear();
  rendered.set(name, html);
  return html;
};

/** Writes a page's own address into a part that was rendered once, as Astro writes attributes. */
export const withOwnAddress = (html: string, address: string): string =>
  html.replaceAll(`"${ownAddress}"`, () => {
    const written = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return `"${written}"`;
  });
