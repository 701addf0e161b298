import { Parser } from 'htmlparser2';

/** An element of a printed page. */
export interface PageElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** What stands in it, where it is a script or a style. */
  text: string;
}

/** The elements of a page, in order. What a story says of scripts, or quotes in an attribute, is none. */
export const elementsOf = (html: string): PageElement[] => {
  const elements: PageElement[] = [];
  let open: PageElement | undefined;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const element = { name, attributes, text: '' };
      elements.push(element);
      open = name === 'script' || name === 'style' ? element : undefined;
    },
    ontext: (text) => {
      if (open) open.text += text;
    },
    onclosetag: () => {
      open = undefined;
    },
  });
  parser.end(html);
  return elements;
};
