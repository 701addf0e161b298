import { idOf } from '../../copy/collections.ts';
import { topicKey, topicName } from '../../schemas/topic.ts';
import { textIn, writtenIn } from './fields.ts';
import { titleFrom } from '../../edition/series.ts';
import type { KnownNames, NamedEntry, PaperText } from './paper-model.ts';
import type { Story } from './story.ts';

/** The entries in files of one collection, by the field that names them, in the order of their names. */
export const namedEntries = (
  files: Iterable<PaperText>,
  field: 'title' | 'name',
  language: string,
): NamedEntry[] => {
  const order = new Intl.Collator(language);
  return Array.from(files, ({ path, text }) => {
    const id = idOf(path);
    const name = textIn(writtenIn(path, text), field);
    return { id, name: name === '' ? id : name, path };
  }).sort((one, other) => order.compare(one.name, other.name));
};

/** The names of topics as most stories spell them, the most used first; then those that `topics.yaml` adds. */
export const topicNames = (
  stories: Iterable<Story>,
  described: readonly string[],
): KnownNames['topics'] => {
  const spellings = new Map<string, Map<string, number>>();
  const count = (topic: string, by: number): void => {
    const key = topicKey(topic);
    const names = spellings.get(key) ?? new Map<string, number>();
    spellings.set(key, names.set(topicName(topic), (names.get(topicName(topic)) ?? 0) + by));
  };
  for (const { row } of stories) for (const topic of row.topics) count(topic, 1);
  for (const topic of described) count(topic, 0);
  return [...spellings.values()]
    .map((names) => {
      const all = [...names].sort(([, one], [, other]) => other - one);
      return { name: all[0]?.[0] ?? '', times: all.reduce((sum, [, times]) => sum + times, 0) };
    })
    .sort((one, other) => other.times - one.times || (one.name < other.name ? -1 : 1))
    .map(({ name }) => name);
};

/** The series that stories name, and those that `series.yaml` describes, in the order of their titles. */
export const knownSeries = (
  stories: Iterable<Story>,
  described: Readonly<Record<string, unknown>>,
  language: string,
): KnownNames['series'] => {
  const parts = new Map<string, { part: number; opens: number }[]>(
    Object.keys(described).map((id) => [id.normalize('NFC'), []]),
  );
  for (const { series, draft, opens } of stories) {
    if (!series) continue;
    const part = { part: series.part, opens: draft ? NaN : opens };
    parts.set(series.id, [...(parts.get(series.id) ?? []), part]);
  }
  const titles = new Map(
    Object.entries(described).map(([id, one]) => [
      id.normalize('NFC'),
      (one as { title?: unknown } | null)?.title,
    ]),
  );
  const order = new Intl.Collator(language);
  return Array.from(parts, ([id, known]) => {
    const title = titles.get(id);
    return {
      id,
      name: typeof title === 'string' ? title : titleFrom(id),
      parts: known.toSorted((one, other) => one.part - other.part),
    };
  }).sort((one, other) => order.compare(one.name, other.name));
};
