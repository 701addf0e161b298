/** An entry that an open page may not have. */
export interface Entry {
  id: string;
  /** Its day, as the line above its entries has it. */
  day: string;
  pin?: true;
  /** As it is printed. */
  html: string;
}

/** What is known of a live story: see src/gateway/live-answer.ts. */
export interface Answer {
  state: string;
  label: string;
  moment?: string;
  entries: Entry[];
  parts: Record<string, string>;
  css: string;
}

/** How long an answer may take, in milliseconds. */
const patience = 10_000;

const isEntry = ({ id, day, html }: Entry): boolean =>
  id.startsWith('at-') && [day, html].every((text) => typeof text === 'string');

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
  const isOlder = answer.moment !== undefined && answer.moment < known;
  if (!response.ok || isOlder || !answer.entries.every(isEntry)) throw new Error();
  return answer;
};
