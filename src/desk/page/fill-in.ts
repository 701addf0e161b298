/** Puts values in the places of a sentence: `{done} of {all}`. */
export const fillIn = (
  sentence: string,
  values: Readonly<Record<string, string | number>>,
): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
