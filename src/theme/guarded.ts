import { watchComponent } from '../astro/component.ts';
import { type Mistake, mistakesAsText } from '../copy/mistakes.ts';

/** What a failure is called, so that the guards around the one that found it let it pass. */
const failureName = 'ThemeError';

const mistakeOf = (file: string, page: string, error: unknown): Mistake => ({
  file,
  found: `an error on the page ${page}: ${error instanceof Error ? error.message : String(error)}`,
  expected: 'a component that renders on every page',
  fix: 'Correct it, or remove it from the theme to get the engine’s own back. `npm run dev` shows the line.',
});

/**
 * A component whose errors name a file of the theme: either the component is of the theme, or one of the theme gives it
 * its props and what stands in its slots. The first error ends a build, as Astro would go on to print it several times;
 * while somebody writes, it is thrown, and shown in the browser.
 * @param file the theme's file, as mistakes name it
 * @param endsBuild whether an error ends the process
 */
export const guarded = <Component extends (...args: never[]) => unknown>(
  component: Component,
  file: string,
  endsBuild: boolean,
): Component =>
  watchComponent(component, (page) => (error) => {
    if (error instanceof Error && error.name === failureName) throw error;
    const text = mistakesAsText([mistakeOf(file, page, error)]);
    if (endsBuild) {
      console.error(`\n${text}\n`);
      process.exit(1);
    }
    throw Object.assign(new Error(text, { cause: error }), { name: failureName });
  });
