import type { Element, ElementContent } from 'hast';
import type { Code, RootContent } from 'mdast';
import type { Flow } from './flow.ts';
import { attributeOf, elementsIn, hasClass, isElement, walk } from './tree.ts';
import { lose } from './work.ts';

/** Text as it is, with a line for each break. */
export const linesIn = (element: Element): string => {
  let lines = '';
  walk(element, (node) => {
    if (node.type === 'text') lines += node.value;
    if (isElement(node, 'br')) lines += '\n';
    return false;
  });
  return lines.toWellFormed();
};

const languageOf = (element: Element): string => {
  const code = elementsIn(element, (child) => isElement(child, 'code'))[0];
  const given =
    attributeOf(element, 'dataLanguage') ||
    attributeOf(element, 'dataEnlighterLanguage') ||
    attributeOf(element, 'lang');
  const classes = `${attributeOf(element, 'className')} ${code ? attributeOf(code, 'className') : ''}`;
  const named = /(?:^|\s)(?:language|lang)-([\w+#-]+)|brush:\s*([\w+#-]+)|lang:([\w+#-]+)/.exec(
    classes,
  );
  const language = given || (named?.slice(1).find(Boolean) ?? '');
  return /^[\w+#-]+$/.test(language) &&
    !/^(?:none|raw|plain|plaintext|default|generic)$/.test(language)
    ? language.toLowerCase()
    : '';
};

/** A poem: a break after each line, a paragraph for each stanza that an empty line ends. Spaces at the start of a line are part of it. */
const verseOf = (element: Element, flow: Flow): RootContent[] => {
  const split = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (isElement(node)) return [{ ...node, children: split(node.children) }];
      if (node.type !== 'text') return [];
      return node.value.split('\n').flatMap((line, n): ElementContent[] => {
        const value = line.replace(/^ +/, (spaces) =>
          n > 0 || node === nodes[0] ? '\u00A0'.repeat(spaces.length) : spaces,
        );
        const words: ElementContent = { type: 'text', value };
        return n === 0
          ? [words]
          : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, words];
      });
    });
  return flow.blocks(split(element.children));
};

/** Code and other text whose lines and spaces must stay, with whatever stands in it that isn't text after it. */
export const linesOf = (element: Element, flow: Flow): RootContent[] => {
  if (hasClass(element, 'wp-block-verse')) return verseOf(element, flow);
  const more = elementsIn(element, (child) =>
    isElement(child, 'img', 'iframe', 'video', 'audio', 'object'),
  );
  const value = linesIn(element).replace(/\n+$/, '');
  const language = languageOf(element);
  const code: Code = { type: 'code', value, ...(language !== '' && { lang: language }) };
  if (elementsIn(element, (child) => isElement(child, 'a')).length > 0)
    lose(flow.work, 'link in code', value, true);
  return [...(value.trim() === '' ? [] : [code]), ...flow.blocks(more)];
};
