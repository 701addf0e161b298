import { element } from '../../element.ts';

/** The elements a comment may contain. Any other is replaced by its text; scripts and styles go entirely. */
const allowed = /^(?:p|br|em|strong|b|i|del|code|pre|blockquote|ul|ol|li)$/;

/** A link if the address is on the web: no other scheme is allowed. `rel` says that it came from a reader. */
export const linked = (href: string | null, ...text: (string | Node)[]): (string | Node)[] =>
  href && /^https?:\/\//i.test(href)
    ? [element('a', { href, rel: 'ugc nofollow' }, ...text)]
    : text;

const copied = (from: Node): (string | Node)[] =>
  [...from.childNodes].flatMap((node) => {
    if (node instanceof Text) return node.data;
    const name = node.nodeName.toLowerCase();
    if (/script|style/.test(name)) return [];
    const inner = copied(node);
    if (node instanceof HTMLAnchorElement) return linked(node.getAttribute('href'), ...inner);
    return allowed.test(name) ? element(name as 'p', {}, ...inner) : inner;
  });

/**
 * Makes a service's HTML safe to show, whatever the service did with it: rebuilds it from an allow-list, without any
 * attribute except the address of a web link.
 */
export const sanitise = (html: string): (string | Node)[] =>
  copied(new DOMParser().parseFromString(html, 'text/html').body);
