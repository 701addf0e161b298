import type { PhrasingContent } from 'mdast';
import { pictureIn, text } from './mdast.ts';

type Marked = Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' | 'link' }>;

const isMarked = (node: PhrasingContent | undefined): node is Marked =>
  node?.type === 'emphasis' ||
  node?.type === 'strong' ||
  node?.type === 'delete' ||
  node?.type === 'link';

const isSpace = (node: PhrasingContent | undefined): boolean =>
  node?.type === 'break' || (node?.type === 'text' && !/\S/.test(node.value));

/** Two nodes that are one, such as two bold words side by side. */
const isSame = (one: PhrasingContent, two: PhrasingContent): boolean =>
  one.type === two.type &&
  isMarked(one) &&
  (one.type !== 'link' ||
    (two.type === 'link' && one.url !== '' && one.url === two.url && !one.data && !two.data)) &&
  pictureIn(one) === undefined &&
  pictureIn(two) === undefined;

/** Takes white space and breaks at the edges of marked words out of the marks, where Markdown wants them. */
const turnedOut = (node: Marked, words: PhrasingContent[]): PhrasingContent[] => {
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  const inside = [...words];
  while (isSpace(inside[0])) before.push(...inside.splice(0, 1));
  while (isSpace(inside.at(-1))) after.unshift(...inside.splice(-1));
  const first = inside[0];
  const last = inside.at(-1);
  const lead = first?.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : '';
  if (first?.type === 'text' && lead !== '')
    inside[0] = { ...first, value: first.value.slice(lead.length) };
  const end = inside.at(-1);
  const trail = last?.type === 'text' ? (/\s+$/.exec(last.value)?.[0] ?? '') : '';
  if (end?.type === 'text' && trail !== '')
    inside[inside.length - 1] = { ...end, value: end.value.trimEnd() };
  if (lead !== '') before.push(text(lead));
  if (trail !== '') after.unshift(text(trail));
  if (inside.length === 0) return [...before, ...after];
  const isBare =
    node.type !== 'link' && inside.every((one) => pictureIn(one) !== undefined || isSpace(one));
  return [...before, ...(isBare ? inside : [{ ...node, children: inside }]), ...after];
};

/** Puts neighbours together: text with text, bold with bold. */
const joined = (words: readonly PhrasingContent[]): PhrasingContent[] => {
  const done: PhrasingContent[] = [];
  for (const node of words) {
    if (node.type === 'text' && node.value === '') continue;
    const last = done.at(-1);
    if (node.type === 'text' && last?.type === 'text' && !node.data && !last.data) {
      done[done.length - 1] = text(last.value + node.value);
    } else if (node.type === 'inlineCode' && last?.type === 'inlineCode') {
      done[done.length - 1] = { ...last, value: last.value + node.value };
    } else if (last && isSame(last, node)) {
      const children = [...(last as Marked).children, ...(node as Marked).children];
      done[done.length - 1] = { ...(last as Marked), children: joined(children) };
    } else done.push(node);
  }
  return done;
};

/** One space is as good as many, and none is needed beside a break. Spaces that do not break are words. */
const spaced = (words: readonly PhrasingContent[]): PhrasingContent[] => {
  let isAfterSpace = false;
  const done: PhrasingContent[] = [];
  for (const node of words) {
    if (node.type !== 'text') {
      if (node.type === 'break') {
        const last = done.at(-1);
        if (last?.type === 'text')
          done[done.length - 1] = { ...last, value: last.value.replace(/ +$/, '') };
      }
      isAfterSpace = node.type === 'break';
      done.push(node);
      continue;
    }
    let value = node.value.replaceAll(/[ \t\n\r\f\v\u0085\u2028\u2029]+/g, ' ');
    if (isAfterSpace) value = value.replace(/^ /, '');
    if (value === '') continue;
    isAfterSpace = value.endsWith(' ');
    done.push({ ...node, value });
  }
  return done;
};

/**
 * Tidies the words of a paragraph so that Markdown can say them: no empty marks, none within its like, no white space at
 * their edges, none doubled.
 */
export const tidied = (
  words: readonly PhrasingContent[],
  inside: readonly string[] = [],
): PhrasingContent[] => {
  const inner = words.flatMap((node): PhrasingContent[] => {
    if (!isMarked(node)) return [node];
    const children = tidied(node.children, [...inside, node.type]);
    return inside.includes(node.type) ? children : turnedOut(node, children);
  });
  return spaced(joined(inner));
};

/** The same, without white space and breaks at its own edges. */
export const trimmedWords = (words: readonly PhrasingContent[]): PhrasingContent[] => {
  const done = tidied(words);
  const isEmpty = (node: PhrasingContent | undefined): boolean =>
    node !== undefined &&
    (isSpace(node) || (node.type === 'text' && !/[^\s\u200B]/.test(node.value)));
  while (isEmpty(done[0])) done.shift();
  while (isEmpty(done.at(-1))) done.pop();
  const [first] = done;
  if (first?.type === 'text') done[0] = { ...first, value: first.value.trimStart() };
  const last = done.at(-1);
  if (last?.type === 'text') done[done.length - 1] = { ...last, value: last.value.trimEnd() };
  return done;
};
