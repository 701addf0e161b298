/**
 * An object with other values for some of its properties. What is worked out only when somebody asks for it stays so:
 * `{ ...whole }` would ask for all of it.
 */
export const withChanges = <Whole extends object, Changes extends object>(
  whole: Whole,
  changes: Changes,
): Whole & Changes =>
  Object.defineProperties({} as Whole & Changes, {
    ...Object.getOwnPropertyDescriptors(whole),
    ...Object.getOwnPropertyDescriptors(changes),
  });
