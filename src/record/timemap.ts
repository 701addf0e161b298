/** The media type of a TimeMap (RFC 6690, RFC 7089). */
export const timemapType = 'application/link-format';

/** What a TimeMap needs; every address in it is absolute. */
export interface TimemapFacts {
  story: string;
  timemap: string;
  /** The earlier versions, the oldest first, with the moments since when readers had them. */
  versions: readonly { url: string; at: Date }[];
}

const link = (url: string, rel: string, ...rest: [name: string, value: string][]): string =>
  `<${url}>${[['rel', rel], ...rest].map(([name = '', value = '']) => `;${name}="${value}"`).join('')}`;

/** The earlier versions of a story for machines: a TimeMap of the Memento framework (RFC 7089, section 5). */
export const timemapOf = ({ story, timemap, versions }: TimemapFacts): string => {
  const times = versions.map(({ at }) => at.toUTCString());
  const mementos = versions.map(({ url }, n) => {
    const rel = [
      ...(n === 0 ? ['first'] : []),
      ...(n === versions.length - 1 ? ['last'] : []),
      'memento',
    ].join(' ');
    return link(url, rel, ['datetime', times[n] ?? '']);
  });
  const self = link(
    timemap,
    'self',
    ['type', timemapType],
    ['from', times[0] ?? ''],
    ['until', times.at(-1) ?? ''],
  );
  return `${[link(story, 'original'), self, ...mementos].join(',\n')}\n`;
};
