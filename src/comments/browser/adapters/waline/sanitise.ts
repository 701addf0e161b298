import { element } from '../../element.ts';

/** What a comment may be set in. Everything else leaves its text behind, but for scripts and styles. */
const allowed = /^(?:p|br|em|strong|b|i|del|code|pre|blockquote|ul|ol|li)$/;

/** A link if the address is on the web: no other scheme is let through. `rel` says that a reader placed it. */
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
 * Makes HTML that a service sent fit to show, whatever the service did to it: built anew from an allow-list,
 * without any attribute but the address of a web link.
 */
export const sanitise = (html: string): (string | Node)[] =>
  copied(new DOMParser().parseFromString(html, 'text/html').body);
