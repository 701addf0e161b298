import { stripVTControlCharacters } from 'node:util';

/**
 * Changes how Astro reports the failure that ends a command. Astro prints it with a stack trace, on the console, and
 * leaves no other way to say it.
 * @param sayInstead is given what Astro prints, without colours; returns undefined to leave it as it is
 */
export const reportFailures = (sayInstead: (text: string) => string | undefined): void => {
  const print = console.error;
  console.error = (...words: unknown[]): void => {
    const text = stripVTControlCharacters(words.map(String).join(' '));
    const instead = sayInstead(text);
    print(...(instead === undefined ? words : [`\n${instead}\n`]));
  };
};
