/** Where a value stands in a file's fields: `['leadImage', 'alt']`, `['authors', 0]`. */
export type FieldPath = readonly (string | number)[];
