/**
 * What `make` returns, or `otherwise` if its input is nested so deep that no stack holds it. No editor writes that, but
 * readers of older sites could, in comments too.
 */
export const unlessTooDeep = <Value>(make: () => Value, otherwise: () => Value): Value => {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return otherwise();
  }
};
