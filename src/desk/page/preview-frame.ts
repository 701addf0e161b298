/** The address of the page for such a frame, from the desk's page. */
export const previewAddress = './preview/';

/** What a preview must not have: it would run, load what the frame may not, or lead it away. */
const unwanted = [
  // A title changes with every key, and would have the whole head replaced.
  'title',
  ...['script', 'base', 'meta[http-equiv]', 'iframe', 'frame', 'object', 'embed', 'portal'],
  ...['link[rel~="preload"]', 'link[rel~="modulepreload"]', 'link[rel~="manifest"]'],
].join(',');

/** Takes out what could run or lead away; the frame's sandbox and policy would not let it either. */
const disarm = (page: Document): void => {
  for (const element of page.querySelectorAll(unwanted)) element.remove();
  for (const element of page.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      if (/^on/i.test(name)) element.removeAttribute(name);
    }
  }
  for (const link of page.querySelectorAll('a[href], area[href]')) {
    const address = link.getAttribute('href') ?? '';
    // Within the page, such as to a footnote.
    if (address.startsWith('#')) continue;
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
};

const copyAttributes = (from: Element, to: Element): void => {
  for (const name of to.getAttributeNames()) to.removeAttribute(name);
  for (const name of from.getAttributeNames()) to.setAttribute(name, from.getAttribute(name) ?? '');
};

/**
 * Shows a page in the frame of the preview, which has loaded `previewAddress` in the sandbox `previewSandbox`. What has
 * been scrolled to stays in view. The head is replaced only if it has changed, so that nothing flickers while somebody
 * types.
 * @param html a whole page, such as `printedPage` makes; nothing in it runs
 */
export const showInFrame = (frame: HTMLIFrameElement, html: string): void => {
  const shown = frame.contentDocument;
  const inside = shown?.defaultView;
  if (!shown || !inside) return;
  // A parser of the desk's own page would report inline styles, which only the policy of the frame allows.
  const page = new inside.DOMParser().parseFromString(html, 'text/html');
  disarm(page);
  const { scrollX: left, scrollY: top } = inside;
  const head = shown.importNode(page.head, true);
  if (!head.isEqualNode(shown.head)) shown.head.replaceWith(head);
  shown.body.replaceWith(shown.importNode(page.body, true));
  copyAttributes(page.documentElement, shown.documentElement);
  inside.scrollTo({ left, top, behavior: 'instant' });
};
