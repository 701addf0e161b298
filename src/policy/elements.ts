import { Parser } from 'htmlparser2';

/** An element of a printed page. */
export interface PageElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Its content, if it is a script or a style. */
  text: string;
}

/** The elements of a page, in order. Markup that a story quotes as text or in an attribute is not one. */
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
