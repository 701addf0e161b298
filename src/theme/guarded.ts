import { watchComponent } from '../astro/component.ts';
import { type Mistake, mistakesAsText } from '../copy/mistakes.ts';

/** The name of an error that already names its file, so that outer guards rethrow it unchanged. */
const failureName = 'ThemeError';

const mistakeOf = (file: string, page: string, error: unknown): Mistake => ({
  file,
  found: `an error on the page ${page}: ${error instanceof Error ? error.message : String(error)}`,
  expected: 'a component that renders on every page',
  fix: 'Correct it, or remove it from the theme to get the engine’s own back. `npm run dev` shows the line.',
});

/**
 * Wraps a component so that its errors name a file of the theme: either the component belongs to the theme, or a
 * component of the theme passes it props and slots. The first error ends a build, because Astro would go on and print
 * it several times. During development it is thrown, and shown in the browser.
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
