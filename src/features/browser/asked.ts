/**
 * Does what a reader asks for with a click on an element with `data-feature`. The page has loaded the script on that
 * click and repeats it; every later click comes the same way, so what comes from the reader directly is left alone.
 * @param name the feature
 * @param act gets the element, and the click
 */
export const whenAsked = (
  name: string,
  act: (element: HTMLElement, event: MouseEvent) => void,
): void => {
  addEventListener('click', (event) => {
    if (event.isTrusted || !(event.target instanceof Element)) return;
    const element = event.target.closest<HTMLElement>(`[data-feature=${name}]`);
    if (element) act(element, event);
  });
};
