type Properties<E> = Partial<Omit<E, 'style' | 'dataset' | 'children'>>;

/** Makes an element. Text stays text. */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties<HTMLElementTagNameMap[Name]> = {},
  ...children: (string | Node)[]
): HTMLElementTagNameMap[Name] => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
