import { z } from 'zod';
import { topicsWords } from '../language/fields/topic.ts';
import { line } from './values.ts';

/** Characters that nobody sees, apart from the joiners. */
const invisible = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** Joiners shape letters in Persian and in Indic scripts, and hold an emoji together. Elsewhere they do nothing. */
const idleJoiner =
  /(?<=^|[\s\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}])[\u200C\u200D]+|[\u200C\u200D]+(?=$|[\s\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}])/gu;

/** A topic's name as it is shown, without characters that nobody sees. */
export const topicName = (topic: string): string =>
  topic
    .normalize('NFC')
    .replaceAll(invisible, '')
    .replaceAll(idleJoiner, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The key of a topic: the same for all capitals, spaces, Unicode forms and apostrophes in its name. */
export const topicKey = (topic: string): string =>
  topicName(topic)
    .replaceAll(/[’ʼ‘ʻ＇]/g, "'")
    .toLowerCase();

/** What an article is about, at most 50 topics. A topic named twice counts once, in its first spelling. */
export const topicsSchema = z
  .array(line(80).meta({ suggest: 'topics' }))
  .max(50)
  .default([])
  .transform((topics) => {
    const keys = new Set<string>();
    return topics.filter((topic) => {
      const isNew = !keys.has(topicKey(topic));
      keys.add(topicKey(topic));
      return isNew;
    });
  });

/** The description of one topic in `topics.yaml`. Every field is optional. */
export const describedTopicSchema = z.strictObject({
  title: line(80).optional().meta({ words: topicsWords.title }),
  text: line(300).optional().meta({ words: topicsWords.text }),
  synonyms: z.array(line(80)).default([]).meta({ words: topicsWords.synonyms }),
});

/** The file `topics.yaml` in the content folder: topics as stories name them, and their descriptions. */
export const describedTopicsSchema = z
  .record(line(80).meta({ words: topicsWords.name, suggest: 'topics' }), describedTopicSchema)
  .meta({ words: topicsWords.topics });

export type DescribedTopics = z.output<typeof describedTopicsSchema>;
