import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyFiles, copySchemas } from '../../../src/describe/copy-schemas.ts';
import { editorSchema } from '../../../src/describe/json-schema.ts';
import { fieldReference } from '../../../src/describe/reference.ts';

const editors = path.resolve(import.meta.dirname, '../../../docs/editors');
const files = Object.keys(copySchemas) as (keyof typeof copySchemas)[];

// The documents themselves are the snapshots: `npm run fields` writes them.
describe('the documents made from the schemas are up to date:', () => {
  test('docs/editors/fields.md', async () => {
    const page = path.join(editors, 'fields.md');
    const written = readFileSync(page, 'utf8');
    const made = /(?<=^<!-- From here on.*-->\n\n)[\s\S]*/m;
    expect(written).toMatch(made);
    await expect(written.replace(made, `${fieldReference()}\n`)).toMatchFileSnapshot(page);
  });

  test.each(files)('docs/editors/schemas/%s.json', async (file) => {
    const schema = editorSchema(copySchemas[file], copyFiles[file].title);
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(path.join(editors, 'schemas', `${file}.json`));
  });
});
