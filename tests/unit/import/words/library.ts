import type { BodySetting, SourceFile } from '../../../../src/import/model.ts';

const uploads = 'https://www.example.com/wp-content/uploads/';

const file = (id: string, path: string, more: Partial<SourceFile> = {}): SourceFile => ({
  type: 'file',
  id,
  path,
  urls: [uploads + path],
  ...more,
});

/** A small library of media. */
const files = [
  file('1', 'mill.jpg', {
    title: 'IMG 1',
    caption: 'The mill. Photo: A. Name',
    page: 'https://www.example.com/mill-picture/',
  }),
  file('2', 'weir.jpg', { alt: 'A weir' }),
  file('3', 'talk.mp3', { title: 'The talk' }),
  file('4', 'film.mp4'),
  file('5', 'report.pdf', { title: 'The report' }),
  file('6', 'plan-300x200.jpg', { alt: 'A plan' }),
];

const nameIn = (url: string): string => (url.split(/[?#]/)[0] ?? '').split('/').at(-1) ?? '';

/** What is known about a site with that library. */
export const library: Partial<BodySetting> = {
  fileOf: ({ id, url }) => {
    const name = url === undefined ? undefined : nameIn(url);
    const small = name?.replace(/-\d+x\d+(?=\.)/, '');
    return (
      files.find((one) => one.path === name) ??
      files.find((one) => one.path === small) ??
      files.find((one) => one.id === id)
    );
  },
  partOf: (id) =>
    id === '8' || id === '9'
      ? {
          type: 'part',
          id,
          isPublic: id === '9',
          text: {
            format: 'wordpress',
            value:
              '<!-- wp:paragraph --><p>Shared.</p><!-- /wp:paragraph --><!-- wp:block {"ref":9} /-->',
          },
        }
      : undefined,
  linkOf: (url) => (url.includes('/old/') ? '/new/' : url.includes('/gone/') ? false : undefined),
  attached: files.slice(0, 3),
  notes: [
    { id: 'n1', html: 'A <em>note</em>.' },
    { id: 'n2', html: 'Another.' },
  ],
};

/** The addresses of a file in it. */
export const upload = (name: string): string => uploads + name;
