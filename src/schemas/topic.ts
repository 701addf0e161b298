import { z } from 'zod';
import { line } from './values.ts';

/** One topic however it is capitalised, spaced and encoded, and whichever apostrophe it has. */
export const topicKey = (topic: string): string =>
  topic.normalize('NFC').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** What an article is about; a topic named twice counts once, as it was written first. */
export const topicsSchema = z
  .array(line(80))
  .default([])
  .transform((topics) =>
    topics.filter(
      (topic, n) => topics.findIndex((first) => topicKey(first) === topicKey(topic)) === n,
    ),
  );

/** What the paper says of one topic, in `topics.yaml`: every field is optional. */
export const describedTopicSchema = z.strictObject({
  /** Its name on the page, where it is to differ from the spelling that most stories use. */
  title: line(80).optional(),
  /** A sentence or two about it, for its page and for search engines. */
  text: line(300).optional(),
  /** Other names that lead to it: `[North Atlantic Treaty Organization]`. */
  synonyms: z.array(line(80)).default([]),
});

/** The file `topics.yaml` in the content folder: a topic as stories name it, and what is said of it. */
export const describedTopicsSchema = z.record(line(80), describedTopicSchema);

export type DescribedTopics = z.output<typeof describedTopicsSchema>;
