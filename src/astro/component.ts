type Run = (...args: never[]) => unknown;

const watched =
  (run: Run, fail: (error: unknown) => never): Run =>
  (...args) => {
    try {
      const result = run(...args);
      return result instanceof Promise ? result.catch(fail) : result;
    } catch (error) {
      return fail(error);
    }
  };

/** The part that we use of a component's first argument, Astro's record of the page. */
interface Rendering {
  request: { url: string };
}

/**
 * Wraps a component so that its errors, and those of its slots, go to a function. Astro calls a component with its
 * record of the page, props and slots, and recognises it by the properties of the function, which are copied.
 * @param fail takes the path of the page and returns the function that handles its errors
 */
export const watchComponent = <Component extends Run>(
  component: Component,
  fail: (page: string) => (error: unknown) => never,
): Component => {
  const watching = (rendering: Rendering, props: unknown, slots?: Record<string, unknown>) => {
    const failOn = fail(new URL(rendering.request.url).pathname);
    const filled = Object.entries(slots ?? {}).map(([name, slot]) => [
      name,
      typeof slot === 'function' ? Object.assign(watched(slot as Run, failOn), slot) : slot,
    ]);
    return watched(
      component,
      failOn,
    )(...([rendering, props, Object.fromEntries(filled)] as never[]));
  };
  return Object.assign(watching, component);
};

/** Whether a module id is that of a style or a script in a component. */
export const isPartOfComponent = (id: string): boolean => id.includes('?astro&');

const prefix = '/@fs';

/**
 * The id under which Astro finds a style or a script in a component outside its root. Without the prefix, it takes an
 * absolute path for one below its root if the two share no folder.
 */
export const idOutsideRoot = (id: string): string => `${prefix}${id}`;

/** The id without that prefix. What such a script imports by a relative path is found only from there. */
export const withoutPrefix = (id: string): string =>
  id.startsWith(`${prefix}/`) ? id.slice(prefix.length) : id;
