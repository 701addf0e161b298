import { describe, expect, test } from 'vitest';
import { shownPictures } from '../../src/copy/data-pictures.ts';

const known = { path: './shelf/a.jpg', width: 9, height: 9, drawing: false };
const shown = (image: object, file: object) =>
  shownPictures(
    { headline: 'A', leadImage: { src: './a.jpg', alt: '', decorative: false, ...image } },
    { './a.jpg': { ...known, ...file } },
  )['leadImage'];
const label = { credit: 'Ann Lens', rights: '© Ann' };
const file = { alt: 'A bridge.', label };

describe('the lead image of a story', () => {
  test('has the credit and the description of its file where the copy is silent', () => {
    const { credit } = label;
    expect(shown({}, file)).toEqual({ src: known.path, ...file, credit, decorative: false });
  });

  test('has those of the copy where it is not', () => {
    const image = { alt: 'Mine.', credit: 'Bob' };
    expect(shown(image, file)).toEqual({
      src: known.path,
      ...image,
      label,
      decorative: false,
    });
  });

  test('has no description if it is decorative', () => {
    expect(shown({ decorative: true }, file)).toMatchObject({ alt: '', credit: 'Ann Lens' });
  });

  test('stays as it is if its file says nothing', () => {
    expect(shown({ alt: 'Mine.' }, {})).toEqual({
      src: known.path,
      alt: 'Mine.',
      decorative: false,
    });
  });
});
