import { z } from 'zod';
import { line } from './values.ts';

/** One topic however it is capitalised. */
export const topicKey = (topic: string): string => topic.normalize('NFC').toLowerCase();

/** What an article is about; a topic named twice counts once, as it was written first. */
export const topicsSchema = z
  .array(line(80))
  .default([])
  .transform((topics) =>
    topics.filter(
      (topic, n) => topics.findIndex((first) => topicKey(first) === topicKey(topic)) === n,
    ),
  );
