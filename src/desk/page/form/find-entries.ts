import type { FieldDescription } from '../../../describe/field.ts';
import type { NamedEntry } from '../../paper/paper-model.ts';
import { formWords } from '../../words/form.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import { shortMoment } from '../stories/story-line.tsx';
import type { FindChoices } from './combobox.tsx';

const most = 12;

/** Text as people compare names: without capitals and accents. */
const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The entries of a collection, apart from stories, which are too many to hold here. */
export const entriesOf = (desk: Desk, of: FieldDescription['of']): readonly NamedEntry[] =>
  of === undefined || of === 'articles' ? [] : desk.names.value[of];

const findStories =
  (desk: Desk): FindChoices =>
  async (typed) => {
    const query = { limit: most, ...(typed !== '' && { words: typed }) };
    const { rows } = await desk.model.stories(query, desk.clock());
    return rows.map(({ id, headline, published }) => ({
      value: id,
      name: headline || id,
      note: shortMoment(desk, published),
    }));
  };

const findTopics =
  (desk: Desk): FindChoices =>
  (typed) => {
    const known = desk.names.value.topics.filter((topic) => folded(topic).includes(folded(typed)));
    const isKnown = known.some((topic) => folded(topic) === folded(typed));
    const fresh = fillIn(desk.words(formWords).newName, { name: typed });
    return Promise.resolve([
      ...known.slice(0, most).map((topic) => ({ value: topic, name: topic })),
      ...(typed === '' || isKnown ? [] : [{ value: typed, name: fresh }]),
    ]);
  };

/** The name of a new series in addresses. */
const seriesIdOf = (typed: string): string =>
  typed
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

const findSeries =
  (desk: Desk): FindChoices =>
  (typed) => {
    const known = desk.names.value.series.filter(({ id, name }) =>
      folded(`${name} ${id}`).includes(folded(typed)),
    );
    const id = seriesIdOf(typed);
    const isKnown = id === '' || known.some((series) => series.id === id);
    const fresh = fillIn(desk.words(formWords).newName, { name: id });
    return Promise.resolve([
      ...known.slice(0, most).map(({ id: value, name, parts }) => ({
        value,
        name,
        note: [value, parts.map(({ part }) => part).join(', ')].filter(Boolean).join(' · '),
      })),
      ...(isKnown ? [] : [{ value: id, name: fresh }]),
    ]);
  };

/** Finds what may stand in a field: entries of its collection, or topics and series, old and new. */
export const findFor = (desk: Desk, { of, suggest }: FieldDescription): FindChoices => {
  if (of === 'articles') return findStories(desk);
  if (suggest === 'topics') return findTopics(desk);
  if (suggest === 'series') return findSeries(desk);
  return (typed) =>
    Promise.resolve(
      entriesOf(desk, of)
        .filter(({ id, name }) => folded(`${name} ${id}`).includes(folded(typed)))
        .slice(0, most)
        .map(({ id, name }) => ({ value: id, name, ...(name !== id && { note: id }) })),
    );
};
