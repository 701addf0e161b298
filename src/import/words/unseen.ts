import type { Element, RootContent } from 'hast';
import { silentTags } from './names.ts';
import { isSamePicture, pictureOf } from './pictures.ts';
import { attributeOf, elementsIn, isElement, textIn } from './tree.ts';
import { lose, type Work } from './work.ts';

/** What is hidden from readers is most often spam, if it links to somewhere. Other words may fold open. */
const isHiddenSpam = (element: Element, work: Work): boolean => {
  const style = attributeOf(element, 'style');
  if (
    !/display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{4,}px/i.test(
      style,
    )
  )
    return false;
  const isSpam = elementsIn(element, (child) => isElement(child, 'a')).length > 0;
  lose(work, 'hidden text', textIn(element), isSpam);
  return isSpam;
};

/** Whether nothing of an element is for readers. */
export const isSilent = (element: Element, work: Work): boolean => {
  if (element.tagName === 'script')
    lose(work, 'script', attributeOf(element, 'src') || '<script>', true);
  return silentTags.has(element.tagName) || isHiddenSpam(element, work);
};

/** A picture without scripts, which its twin with scripts stands beside. */
export const isTwin = (element: Element, siblings: readonly RootContent[], work: Work): boolean => {
  const picturesIn = (node: Element): ReturnType<typeof pictureOf>[] =>
    [node, ...elementsIn(node, () => true)]
      .filter((one) => isElement(one, 'img'))
      .map((one) => pictureOf(one, work));
  const own = picturesIn(element).filter((picture) => picture !== undefined);
  const others = siblings
    .filter((node): node is Element => isElement(node) && node.tagName !== 'noscript')
    .flatMap(picturesIn)
    .filter((picture) => picture !== undefined);
  return own.length > 0 && own.every((one) => others.some((other) => isSamePicture(one, other)));
};
