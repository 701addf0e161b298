import { type CopyFile, copySchemas } from './copy-schemas.ts';
import { describeSchema } from './describe-schema.ts';
import type { FieldDescription } from './field.ts';

/**
 * The fields of every kind of file in the content folder, in the order of the schemas. Files of names that editors
 * choose (`topics`, `series`, `redirects`) are one description without a name, of the kind `names`.
 */
export const describeCopy = (): Record<CopyFile, FieldDescription[]> => {
  const describe = (file: CopyFile) => describeSchema(copySchemas[file], file);
  return {
    articles: describe('articles'),
    sections: describe('sections'),
    authors: describe('authors'),
    pages: describe('pages'),
    front: describe('front'),
    topics: describe('topics'),
    series: describe('series'),
    redirects: describe('redirects'),
  };
};
