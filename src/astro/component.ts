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

/** What is used of the first of a component's arguments, Astro's record of the page. */
interface Rendering {
  request: { url: string };
}

/**
 * A component whose errors go to a function, and those of what stands in its slots. Astro calls a component with its
 * record of the page, props and slots, and knows it by what is written on it.
 * @param fail is given the path of the page and returns what takes its errors
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

/** Whether a module is a style or a script of a component. */
export const isPartOfComponent = (id: string): boolean => id.includes('?astro&');

/**
 * The id under which Astro finds a style or a script of a component outside its root: without the mark in front, it takes
 * an absolute path for one below its root where the two share no folder.
 */
export const idOutsideRoot = (id: string): string => `/@fs${id}`;
