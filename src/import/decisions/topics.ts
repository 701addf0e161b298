import { topicKey } from '../../schemas/topic.ts';
import type { SourceTerm } from '../model.ts';

export interface TopicPlan {
  /** The topic of each tag or category, by its id; left-out ones are missing. */
  ofTerm: Map<string, string>;
  /** For the mapping file: each tag's name, and its topic. */
  mapped: Record<string, string>;
}

/**
 * Decides which topics tags become. Tags that differ only in case, apostrophes or Unicode form are one topic, under the
 * spelling that most stories use.
 * @param terms tags, and categories that are topics
 * @param uses how many public entries have each term, by id
 * @param chosen the mapping file's choices, by name
 */
export const planTopics = (
  terms: readonly SourceTerm[],
  uses: ReadonlyMap<string, number>,
  chosen: Readonly<Record<string, string>>,
): TopicPlan => {
  const plan: TopicPlan = { ofTerm: new Map(), mapped: {} };
  const alike = new Map<string, SourceTerm[]>();
  for (const term of terms) {
    if (!uses.has(term.id) || term.name.trim() === '') continue;
    const key = topicKey(term.name);
    alike.set(key, [...(alike.get(key) ?? []), term]);
  }
  const used = ({ id }: SourceTerm): number => uses.get(id) ?? 0;
  for (const group of alike.values()) {
    const best = group.reduce((most, term) => (used(term) > used(most) ? term : most));
    for (const term of group) {
      const topic = chosen[term.name] ?? best.name.trim().slice(0, 80).trim();
      plan.mapped[term.name] = topic;
      if (topic !== 'skip') plan.ofTerm.set(term.id, topic);
    }
  }
  return plan;
};
