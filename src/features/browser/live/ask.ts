/** An entry that an open page may not have. */
export interface Entry {
  id: string;
  /** Its day, as the line above its entries has it. */
  day: string;
  pin?: true;
  /** As it is printed. */
  html: string;
}

/** What is known of a live story: see src/layouts/live-answer.ts. */
export interface Answer {
  state: string;
  label: string;
  moment?: string;
  /** The oldest of these entries, if the story has older ones: a page without it may lack others too. */
  last?: string;
  entries: Entry[];
  parts: Record<string, string>;
  css: string;
}

/** How long an answer may take, in milliseconds. */
const patience = 10_000;

const areTexts = (values: unknown[]): boolean => values.every((value) => typeof value === 'string');

/** Whether it is an answer at all: some hosts send JSON of their own. False, or throws, if it is none. */
const isAnswer = ({ state, label, moment, entries, parts, css }: Answer): boolean =>
  ['live', 'paused', 'over'].includes(state) &&
  areTexts([label, css, moment ?? '', ...Object.values(parts)]) &&
  entries.every(({ id, day, html }) => id.startsWith('at-') && areTexts([day, html]));

/**
 * Asks for what is new. The browser sends the mark of what it has, so that a host need not send the same again.
 * @param known the moment of the edition that the page shows
 * @throws if nothing comes, or nothing that is right, or what an older edition said
 */
export const askFor = async (address: string, known: string): Promise<Answer> => {
  const response = await fetch(address, {
    cache: 'no-cache',
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  const answer = (await response.json()) as Answer;
  const isOlder = (answer.moment ?? known) < known;
  if (!response.ok || isOlder || !isAnswer(answer)) throw new Error();
  return answer;
};
