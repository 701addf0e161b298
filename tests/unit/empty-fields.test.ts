import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { articleSchema } from '../../src/schemas/article.ts';
import { authorSchema } from '../../src/schemas/author.ts';
import { withoutEmpty } from '../../src/schemas/empty.ts';
import { frontSchema } from '../../src/schemas/front.ts';
import { publicationSchema } from '../../src/schemas/publication.ts';
import { sectionSchema } from '../../src/schemas/section.ts';
import { describedTopicSchema } from '../../src/schemas/topic.ts';
import { publication } from '../fixtures/awkward/publication.ts';
import { oddPaper, storyWith } from './odd-paper.ts';

const picture = z.string().trim().min(1);
const schemas = {
  article: articleSchema(picture),
  author: authorSchema(picture),
  front: frontSchema,
  section: sectionSchema,
  topic: describedTopicSchema,
  publication: publicationSchema,
};
const least: Record<string, object> = {
  article: {
    ...{ headline: 'A', standfirst: 'B', section: 'world', authors: ['reporter'] },
    published: '2025-02-13T20:15:00+02:00',
  },
  author: { name: 'A', type: 'person' },
  section: { title: 'A', description: 'B', order: 1 },
  publication,
};

/** Every optional field of every schema. */
const optional = Object.entries(schemas).flatMap(([name, schema]) =>
  Object.entries<z.ZodType>(schema.shape)
    .filter(([, field]) => field.safeParse(undefined).success)
    .map(([field]) => ({ name, field, schema })),
);

test.each(optional)('The field $field of $name may be left empty', ({ name, field, schema }) => {
  const copy = least[name] ?? {};
  const asAbsent = schema.parse({ ...copy, [field]: undefined });
  for (const empty of [null, '', '  ']) {
    expect(schema.parse(withoutEmpty(schema, { ...copy, [field]: empty }))).toEqual(asAbsent);
  }
  // A list or a group may be empty too, unless that has a meaning of its own: no section in the navigation.
  for (const empty of [[], {}]) {
    expect(schema.safeParse(withoutEmpty(schema, { ...copy, [field]: empty })).success).toBe(true);
  }
});

describe('what was left empty', () => {
  const clean = (fields: object) => withoutEmpty(schemas.article, fields);

  test('may be part of a group or of a list', () => {
    const leadImage = { src: './a.jpg', alt: 'A', caption: '', credit: null };
    expect(clean({ leadImage })).toEqual({ leadImage: { src: './a.jpg', alt: 'A' } });
    expect(clean({ topics: ['NATO', '', null] })).toEqual({ topics: ['NATO'] });
    expect(clean({ source: { name: null, url: null } })).toEqual({});
  });

  test('is asked for where it is required', () => {
    expect(clean({ headline: '', section: null })).toEqual({ headline: '', section: null });
  });

  test('stays where it has a meaning', () => {
    expect(withoutEmpty(publicationSchema, { navigation: [] })).toEqual({ navigation: [] });
    expect(withoutEmpty(frontSchema, { secondaries: [] })).toEqual({ secondaries: [] });
  });

  test('stays where nobody knows the field, which is then told', () => {
    expect(clean({ mustread: null })).toEqual({ mustread: null });
  });
});

test.each([
  ['leadImage:\n  src: ""\n  alt: A', 'leadImage.src: nothing between the quotes'],
  ['leadImage:\n  src:\n  alt: A', 'leadImage.src: nothing'],
  ['section: ""', 'section: nothing between the quotes'],
  ['headline:', 'headline: nothing'],
])('A required field that is left empty is told plainly: %j', async (fields, told) => {
  const { write, mistakes } = await oddPaper();
  const name = fields.split(':')[0] ?? '';
  const others = storyWith(fields).replace(new RegExp(`^${name}: [A-Za-z].*\n`, 'm'), '');
  await write('articles/2025/first/index.md', others);
  expect(await mistakes()).toEqual([`articles/2025/first/index.md ${told}`]);
});
