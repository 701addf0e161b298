/** The code of a module that exports each value under its name, for code that Vite bundles. */
export const constantsModule = (values: object): string =>
  Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
