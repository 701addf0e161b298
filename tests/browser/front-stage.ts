import { arrange, type FormChoice } from '../../src/edition/block-form.ts';

/** A story as a block shows it: of varying length, with or without a picture. */
interface Story {
  number: number;
  isPictured: boolean;
}

const headlines = [
  'What Kyiv has already granted',
  'NATO’s answer: unity, and a promise that was never made',
  'Two messages in two days',
  'By the flags for the fallen, a word for it: surrender',
];
const standfirsts = [
  'Officials have conceded more about land than their formal demands suggest. What they have not conceded is the point.',
  'A quarter past eight is not a moment until you say where.',
  'One side wants Ukraine neutral for good. The other wants troops gone and guarantees as strong as an alliance’s.',
];

const picture = '<picture><img alt="" width="640" height="427"></picture>';

/** The markup of Teaser.astro. */
const teaser = (
  { number, isPictured }: Story,
  size: string,
  { shown = size !== 'brief', standfirst = size !== 'brief' } = {},
): string => `<article class="teaser teaser-${size}">${isPictured && shown ? picture : ''}
  <p class="label kicker">Analysis</p>
  <h3><a href="/">${headlines[number % headlines.length] ?? ''}</a></h3>
  ${standfirst ? `<p>${standfirsts[number % standfirsts.length] ?? ''}</p>` : ''}
  <p class="label"><time>14 February 2025</time></p></article>`;

/** The markup of Stories.astro, arranged by the same function, for a number of stories. */
export const blockOf = (
  count: number,
  hasPicture: (n: number) => boolean,
  choice: FormChoice,
): string => {
  const stories = Array.from({ length: count }, (_, number) => ({
    number,
    isPictured: hasPicture(number),
  }));
  const { form, lead, cells, isMixed, list, isShort } = arrange(
    stories,
    ({ isPictured }) => isPictured,
    choice,
  );
  const odd = !isMixed && cells.length % 2 === 1;
  const parts = [
    lead && form === 'across' ? `<div class="across">${teaser(lead, 'second')}</div>` : '',
    cells.length === 0
      ? ''
      : `<div class="cells${isMixed ? ' mixed' : ''}">${cells
          .map(
            ({ story, span }, n) =>
              `<div class="span-${String(span)}${n === 0 && odd ? ' odd' : ''}">${teaser(story, 'card', { shown: !lead?.isPictured })}</div>`,
          )
          .join('')}</div>`,
    list.length === 0
      ? ''
      : `<div class="${lead ? 'lead-and-list' : ''}">${lead ? teaser(lead, 'second') : ''}
         <div class="ruled list${!isShort && list.length > 7 ? ' columns' : ''}">${list
           .map((story) =>
             teaser(story, isShort ? 'card' : 'brief', { standfirst: isShort && list.length < 5 }),
           )
           .join('')}</div></div>`,
  ];
  return parts.join('');
};
