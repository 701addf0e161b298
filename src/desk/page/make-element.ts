/** Makes an element: its name, its attributes, and what is in it. Text stays text; elements are apart. */
export type Make = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...content: (string | Node | undefined)[]
) => HTMLElement;

/** What makes elements in a document. */
export const makerIn =
  (page: Document): Make =>
  (name, attributes, ...content) => {
    const element = page.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      element.setAttribute(attribute, value);
    }
    let last: string | Node | undefined;
    for (const part of content.filter((one) => one !== undefined)) {
      if (typeof last === 'object' && typeof part === 'object') element.append(' ');
      element.append(part);
      last = part;
    }
    return element;
  };
