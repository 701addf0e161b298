import type { Element, Root as Tree } from 'hast';

import { postOf } from './embeds.ts';
import { attributeOf, isElement, markBoxes, walk } from './tree.ts';
import type { Work } from './work.ts';
import { percentDecoded } from '../../percent-decoded.ts';

/** Prepares a tree: scripts that stand for posts, anchors that links within the text lead to, boxes. */
export const prepare = (tree: Tree, work: Work): void => {
  const ids = new Set<string>();
  const links = new Set<string>();
  const page = work.setting.base.split('#')[0] ?? '';
  walk(tree, (node) => {
    if (!isElement(node)) return false;
    if (node.tagName === 'script') {
      const post = postOf(node);
      if (post)
        Object.assign(node, {
          tagName: 'x-post',
          properties: { className: ['fb-post'], dataHref: post.url },
          children: [],
        } satisfies Partial<Element>);
    }
    for (const name of ['id', 'name'])
      if (attributeOf(node, name) !== '') ids.add(attributeOf(node, name));
    const href = node.tagName === 'a' ? attributeOf(node, 'href') : '';
    const at = href.indexOf('#');
    if (at === 0 || (at > 0 && href.slice(0, at) === page))
      links.add(percentDecoded(href.slice(at + 1)));
    return false;
  });
  for (const id of links) {
    if (id === '' || !ids.has(id)) continue;
    work.anchors.add(id);
    work.anchors.add(`at ${id}`);
  }
  markBoxes(tree, work.boxes);
};
