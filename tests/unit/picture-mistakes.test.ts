import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bodyMistakes, textFacts } from '../../src/check/body-mistakes.ts';
import {
  createOwners,
  createPictureJudge,
  pictureMistakes,
} from '../../src/check/picture-mistakes.ts';
import { sealedPictures } from '../../src/check/sealed-pictures.ts';
import { emptyCopy } from '../../src/copy/empty-copy.ts';
import { realPath } from '../../src/copy/inside.ts';
import type { Mistake } from '../../src/copy/mistakes.ts';
import type { Copy } from '../../src/copy/read.ts';
import type { Picture } from '../../src/darkroom/darkroom.ts';
import type { PictureTexts } from '../../src/darkroom/texts/picture-texts.ts';

const now = new Date('2025-03-01T08:00:00Z');
const [before, after, later] = ['2025-02-01', '2025-04-01', '2025-05-01'].map(
  (day) => `${day}T08:00:00+00:00`,
);

/** A story in a folder of its own, or in a file beside others. */
const story = (id: string, published = before, draft = false, file = `${id}/index.md`) =>
  ({
    id,
    file: `/paper/content/articles/2025/${file}`,
    shown: id,
    body: '',
    above: 0,
    data: { published, draft },
  }) as unknown as Copy['articles'][number];

const onAir = story('public');
const articles = [
  onAir,
  story('draft', before, true),
  story('tomorrow', after),
  story('loose', before, true, 'loose.md'),
  story('capitals', before, true, 'capitals/INDEX.MD'),
];

/** Judges a picture in the articles' folder of 2025, for one who names it. */
const judge = async (picture: string, namer: Copy['articles'][number] | undefined, frames = 1) => {
  const found = {
    file: `/paper/content/articles/2025/${picture}`,
    name: 'a',
    digest: 'b',
    width: 2,
    height: 1,
    drawing: false,
    frames,
  };
  const judging = createPictureJudge(
    createOwners(articles, realPath),
    () => Promise.resolve(found),
    now,
  );
  const { mistakes } = await judging.judge('./a.jpg', {
    shown: 'namer',
    file: namer?.file ?? '/paper/content/pages/about.md',
    field: 'body',
    story: namer?.data,
  });
  return { found: mistakes.map((mistake) => mistake.found), warnings: judging.warnings };
};

const refused = './a.jpg, which belongs to a story that is not published yet';

describe('the words of a picture', () => {
  const lead = { src: './a.jpg', alt: 'Waves.', decorative: false };
  const look = async (image: object, texts: PictureTexts | undefined, body = '') => {
    const entry = {
      ...onAir,
      body: 'Text.',
      data: { ...onAir.data, leadImage: { ...lead, ...image } },
    };
    const copy = { ...emptyCopy(), articles: [body ? { ...onAir, body } : entry] };
    const see = () =>
      Promise.resolve({ file: '/paper/content/articles/2025/public/a.jpg', frames: 1, texts });
    const judging = createPictureJudge(createOwners(copy.articles, realPath), see, now);
    const mistakes = [
      ...(await pictureMistakes(copy, judging.judge)),
      ...(await bodyMistakes(copy, textFacts, judging.judge)),
    ];
    const brief = ({ field, found }: Mistake) => `${field ?? ''}: ${found}`;
    return { mistakes: mistakes.map(brief), warnings: judging.warnings.map(brief) };
  };

  test('a description that only the file has is one to look at', async () => {
    expect(await look({ alt: '' }, { alt: 'A bridge.' })).toEqual({
      mistakes: [],
      warnings: ['leadImage.alt: nothing; the file of the picture says "A bridge."'],
    });
    expect(await look({}, { alt: 'A bridge.' }, 'Text.\n\n![](./a.jpg)')).toEqual({
      mistakes: [],
      warnings: ['body: ./a.jpg without a description; the file of the picture says "A bridge."'],
    });
  });

  test('a description that nobody has written is a mistake', async () => {
    expect((await look({ alt: '' }, undefined)).mistakes).toEqual(['leadImage.alt: nothing']);
    expect((await look({ alt: '' }, { credit: 'Ann' })).mistakes).toEqual([
      'leadImage.alt: nothing',
    ]);
    expect((await look({}, {}, '![ ](./a.jpg)')).mistakes).toEqual([
      'body: ./a.jpg without a description',
    ]);
  });

  test('a decorative picture needs none, whatever its file says', async () => {
    expect(await look({ alt: '', decorative: true }, { alt: 'A bridge.' })).toEqual({
      mistakes: [],
      warnings: [],
    });
  });

  test('another maker in the copy than in the file is named beside that one', async () => {
    const texts = { credit: 'Jane Doe / Reuters', makers: ['Jane Doe'], rights: '© Reuters' };
    expect(await look({ credit: 'Photo: John Roe' }, texts)).toEqual({
      mistakes: [],
      warnings: ['leadImage.credit: "Photo: John Roe"; the file ./a.jpg says "Jane Doe / Reuters"'],
    });
    expect((await look({}, texts, '![Waves.](./a.jpg "Waves | John Roe")')).warnings).toEqual([
      'body: "John Roe"; the file ./a.jpg says "Jane Doe / Reuters"',
    ]);
  });

  test.each([
    'Photo: Jane Doe',
    'JANE DOE/REUTERS',
    'Reuters',
    'Doe, Jane',
    'Jane M. Doe for The Morning Courier',
    'Фото: Джейн Доу',
    'Foto',
  ])('%s is no other maker', async (credit) => {
    const texts = { credit: 'Jane Doe / Reuters', makers: ['Jane Doe'], rights: '© Reuters' };
    expect((await look({ credit }, texts)).warnings).toEqual([]);
  });
});

test('the pictures whose Content Credentials end are named in one line', () => {
  const of = (...names: string[]) =>
    new Map<string, Pick<Picture, 'file' | 'texts'>>(
      names.map((name) => [name, { file: `/paper/${name}`, texts: { sealed: true as const } }]),
    );
  const plain = new Map([['c', { file: '/paper/c.jpg' }]]);
  const line = (files: string) =>
    `Content Credentials (C2PA) end where a picture is printed in the paper's sizes: ${files}.`;
  const pictures = new Map([
    ['x', of('b.jpg', 'a.jpg')],
    ['y', of('a.jpg')],
    ['z', plain],
  ]);
  expect(sealedPictures(pictures, '/paper')).toBe(line('a.jpg, b.jpg'));
  const many = new Map([['x', of('1', '2', '3', '4', '5', '6', '7')]]);
  expect(sealedPictures(many, '/paper')).toBe(line('1, 2, 3, 4, 5 and 2 more'));
  expect(sealedPictures(new Map([['z', plain]]), '/paper')).toBeUndefined();
});

describe('a published story may show a picture', () => {
  test.each(['public/a.jpg', 'a.jpg', 'public/more/a.jpg', '../../a.jpg'])(
    '%s',
    async (picture) => {
      expect((await judge(picture, onAir)).found).toEqual([]);
    },
  );

  test('of another published story', async () => {
    expect((await judge('public/a.jpg', story('other'))).found).toEqual([]);
  });

  test('but none of a draft, nor of a story that is held back', async () => {
    expect((await judge('draft/a.jpg', onAir)).found).toEqual([refused]);
    expect((await judge('draft/more/a.jpg', onAir)).found).toEqual([refused]);
    expect((await judge('tomorrow/a.jpg', onAir)).found).toEqual([refused]);
    expect((await judge('capitals/a.jpg', onAir)).found).toEqual([refused]);
  });

  test('that lies beside the texts of several stories, one of which is a draft', async () => {
    expect((await judge('loose.jpg', onAir)).found).toEqual([]);
  });
});

test('a link to the picture of a draft is as good as the picture', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'linked-picture-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const name of ['public', 'draft']) mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, 'draft/a.jpg'), '');
  symlinkSync('../draft/a.jpg', path.join(folder, 'public/a.jpg'));
  const [shown, hidden] = [story('public'), story('draft', before, true)].map((one) => ({
    ...one,
    file: path.join(folder, one.id, 'index.md'),
  })) as [Copy['articles'][number], Copy['articles'][number]];
  const found = { name: 'a', digest: 'b', width: 2, height: 1, drawing: false, frames: 1 };
  const { judge: judgeOne } = createPictureJudge(
    createOwners([shown, hidden], realPath),
    () => Promise.resolve({ ...found, file: path.join(folder, 'public/a.jpg') }),
    now,
  );
  const naming = { shown: 'namer', file: shown.file, field: 'body', story: shown.data };
  expect((await judgeOne('./a.jpg', naming)).mistakes.map((one) => one.found)).toEqual([refused]);
});

test('a page, an author or the publication may show none of a draft either', async () => {
  expect((await judge('draft/a.jpg', undefined)).found).toEqual([refused]);
});

test('a story that is held back itself may show what will be published by then', async () => {
  expect((await judge('tomorrow/a.jpg', story('later', later))).found).toEqual([]);
  expect((await judge('draft/a.jpg', story('later', later))).found).toEqual([refused]);
  expect((await judge('draft/a.jpg', story('other draft', before, true))).found).toEqual([]);
});

test('an animation is printed as a still, and the editor is told so', async () => {
  const { found, warnings } = await judge('public/a.gif', onAir, 12);
  expect(found).toEqual([]);
  expect(warnings).toMatchObject([{ field: 'body', found: './a.jpg, an animation of 12 frames' }]);
});
