import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 collect garbage sooner: by default, it lets the heap of a large archive grow to three times what is in use before that.
 * It saves memory where many pages are printed; where few are, it only takes time.
 */
export const collectSooner = (): void => {
  setFlagsFromString('--heap-growing-percent=40');
};
