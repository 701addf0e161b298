import type { Element } from 'hast';
import type { AlignType, PhrasingContent, RootContent, TableCell } from 'mdast';
import { type Flow, isOneLine } from './flow.ts';
import { around } from './lists.ts';
import { html, isPartOf, pictureIn } from './mdast.ts';
import { attributeOf, elementsIn, isElement } from './tree.ts';

interface Cell {
  element: Element;
  blocks: RootContent[];
}

type Row = readonly Cell[];

/** The rows of a table, without those of tables in its cells. */
const rowsIn = (element: Element): Element[] =>
  element.children.flatMap((child): Element[] => {
    if (isElement(child, 'tr')) return [child];
    return isElement(child, 'thead', 'tbody', 'tfoot') ? rowsIn(child) : [];
  });

const cellsIn = (row: Element): Element[] =>
  row.children.filter((child): child is Element => isElement(child, 'td', 'th'));

/** Whether a table only puts things side by side. Its words are read cell by cell. */
const isLayout = (table: Element, rows: readonly Element[][]): boolean => {
  const cells = rows.flat();
  const has = (...names: string[]): boolean =>
    elementsIn(table, (child) => isElement(child, ...names)).length > 0;
  if (attributeOf(table, 'role') === 'presentation' || cells.length <= 1 || has('table'))
    return true;
  if (has('th', 'caption', 'thead')) return false;
  if (rows.length === 1 || rows.every((row) => row.length === 1)) return true;
  if (has('h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figure', 'iframe', 'object', 'video')) return true;
  const full = cells.filter(({ children }) => children.length > 0);
  const pictured = full.filter(
    (cell) => elementsIn(cell, (child) => isElement(child, 'img')).length > 0,
  );
  return pictured.length * 2 >= full.length && pictured.length > 0;
};

const alignOf = ({ element }: Cell): AlignType => {
  const given =
    attributeOf(element, 'dataAlign') ||
    attributeOf(element, 'align') ||
    (/has-text-align-(\w+)/.exec(attributeOf(element, 'className'))?.[1] ?? '') ||
    (/text-align\s*:\s*(\w+)/.exec(attributeOf(element, 'style'))?.[1] ?? '');
  const align = given.toLowerCase();
  return align === 'left' || align === 'right' || align === 'center' ? align : null;
};

/** What can stand in one line: words, or pictures without captions. */
const lineOf = ({ blocks }: Cell): PhrasingContent[] | undefined => {
  const [only] = blocks;
  if (only?.type !== 'paragraph') return blocks.length === 0 ? [] : undefined;
  if (isOneLine(blocks)) return only.children;
  const isBare =
    isPartOf(only, 'pictures') &&
    only.children.every((node) => !pictureIn(node)?.data?.picture?.caption);
  return blocks.length === 1 && isBare
    ? only.children.filter((node) => node.type !== 'html')
    : undefined;
};

const isBold = ({ blocks }: Cell): boolean => {
  const [only] = blocks;
  return (
    blocks.length === 0 ||
    (only?.type === 'paragraph' &&
      blocks.length === 1 &&
      only.children.length === 1 &&
      only.children[0]?.type === 'strong')
  );
};

const isHead = (row: Row, isMarked: boolean): boolean =>
  isMarked ||
  row.every(({ element }) => element.tagName === 'th') ||
  (row.every(isBold) && row.some(({ blocks }) => blocks.length > 0));

/** A table as Markdown says it; undefined if it has more in it than that. */
const asMarkdown = (rows: readonly Row[], isMarked: boolean): RootContent | undefined => {
  const [head, ...body] = rows;
  if (!head || body.length === 0 || !isHead(head, isMarked)) return undefined;
  const isPlain = ({ element: { properties, tagName } }: Cell, isInHead: boolean): boolean =>
    !['colSpan', 'rowSpan'].some((name) => Number(properties[name] ?? 1) > 1) &&
    (isInHead || tagName === 'td');
  if (
    !rows.every(
      (row, n) => row.length <= head.length && row.every((cell) => isPlain(cell, n === 0)),
    )
  )
    return undefined;
  const lines = rows.map((row) => row.map(lineOf));
  if (lines.flat().includes(undefined)) return undefined;
  const align = head.map((cell, n) => alignOf(cell) ?? (body[0]?.[n] ? alignOf(body[0][n]) : null));
  const cell = (children: PhrasingContent[] = []): TableCell => ({ type: 'tableCell', children });
  return {
    type: 'table',
    align,
    children: lines.map((line) => ({
      type: 'tableRow',
      children: head.map((_, n) => cell(line[n])),
    })),
  };
};

const attributesOf = (cell: Cell): string => {
  const { element } = cell;
  const spans = ['colSpan', 'rowSpan'].map(
    (name) => [name.toLowerCase(), parseInt(attributeOf(element, name), 10)] as const,
  );
  const kept = spans
    .filter(([, span]) => span > 1 && span < 1000)
    .map(([name, span]) => ` ${name}="${span}"`);
  const scope = /^(?:row|col|rowgroup|colgroup)$/.exec(attributeOf(element, 'scope'))?.[0];
  const align = alignOf(cell);
  return (
    kept.join('') +
    (scope === undefined ? '' : ` scope="${scope}"`) +
    (align ? ` data-align="${align}"` : '')
  );
};

const asHtml = (rows: readonly Row[], isMarked: boolean): RootContent[] => {
  const lines = rows.map((row) => [
    html('<tr>'),
    ...row.flatMap((cell) => around(cell.element.tagName, attributesOf(cell), cell.blocks)),
    html('</tr>'),
  ]);
  const [head = [], ...body] = lines;
  const hasHead = isMarked || rows[0]?.every(({ element }) => element.tagName === 'th') === true;
  if (!hasHead) return [html('<table>'), ...lines.flat(), html('</table>')];
  return [
    html('<table>\n<thead>'),
    ...head,
    html('</thead>\n<tbody>'),
    ...body.flat(),
    html('</tbody>\n</table>'),
  ];
};

/** A table: Markdown's if it can say it, else HTML with Markdown in its cells; the caption below it as a paragraph. */
export const tableOf = (element: Element, flow: Flow): RootContent[] => {
  const captions = element.children.filter((child): child is Element =>
    isElement(child, 'caption'),
  );
  const rows = rowsIn(element)
    .map(cellsIn)
    .filter((row) => row.length > 0);
  const below = captions.flatMap(({ children }) => flow.blocks(children));
  if (isLayout(element, rows)) {
    const stray = element.children.filter((child) => isElement(child, 'td', 'th', 'div', 'p'));
    return [
      ...rows.flat().flatMap(({ children }) => flow.blocks(children)),
      ...flow.blocks(stray),
      ...below,
    ];
  }
  const full = rows
    .map((row) => row.map((cell) => ({ element: cell, blocks: flow.blocks(cell.children) })))
    .filter((row) => row.some(({ blocks }) => blocks.length > 0));
  if (full.length === 0) return below;
  const isMarked = element.children.some(
    (child) => isElement(child, 'thead') && rowsIn(child).includes(rowsIn(element)[0] as Element),
  );
  const table = asMarkdown(full, isMarked);
  const tables = table ? [table] : asHtml(full, isMarked);
  return [...tables, ...below];
};
