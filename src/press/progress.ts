/** A line of Astro's log, as it hands it to whoever writes it. */
export interface LogLine {
  label: string | null;
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  message: string;
}

/** Where progress is shown. */
export interface Screen {
  write: (text: string) => void;
  /** A line that is being worked on is shown and written over there; elsewhere a step has one line, once it is done. */
  isTerminal: boolean;
  /** Milliseconds from any moment. */
  clock: () => number;
}

/** What a build has made so far. */
export interface Tally {
  /** Pages and feeds, and how many of them were used again. */
  printed: number;
  printedBefore: number;
  /** Files of pictures that new pages show, and how many of them were used again. */
  pictures: number;
  picturesBefore: number;
}

/** Tells how far a build is. */
export interface Progress {
  /** Takes a line of Astro's log: shows warnings and errors, counts pages and pictures, and drops the rest. */
  log: (line: LogLine) => void;
  /** Begins a step, which ends the one before. */
  step: (name: string) => void;
  /** Ends the last step. */
  end: () => void;
  /** A line of its own. */
  tell: (text: string) => void;
  /** Counts a page or feed that is used again, and is nothing to Astro. */
  usedAgain: () => void;
  tally: Readonly<Tally>;
  /** Every step and its seconds, in their order. */
  steps: readonly Readonly<{ name: string; seconds: number }>[];
}

/** How often the line that is being worked on is written anew, in milliseconds. */
const interval = 100;

// eslint-disable-next-line no-control-regex -- colours are set by control characters
const colours = /\u001b\[\d+m/g;

/** What Astro takes for a mistake: a paper need not lay out its front page. */
const usual = /^The collection "front" does not exist or is empty/;

/** The steps that Astro's log tells of by itself. */
const astroSteps: readonly [mark: string, step: string][] = [
  ['Syncing content', 'setting bodies'],
  ['Collecting build info', 'bundling templates'],
  ['generating static routes', 'printing pages and feeds'],
  ['generating optimized images', 'printing pictures'],
];

const shownCount = (count: number, before: number): string =>
  `${count.toLocaleString('en')}${before > 0 ? `, ${before.toLocaleString('en')} of them as before` : ''}`;

/** Follows a build, and shows it on a screen. */
export const createProgress = ({ write, isTerminal, clock }: Screen): Progress => {
  const tally: Tally = { printed: 0, printedBefore: 0, pictures: 0, picturesBefore: 0 };
  const steps: { name: string; seconds: number }[] = [];
  let current: { name: string; began: number } | undefined;
  let shownAt = -Infinity;

  const counted = (name: string): string => {
    if (name === 'printing pages and feeds')
      return `: ${shownCount(tally.printed, tally.printedBefore)}`;
    if (name === 'printing pictures')
      return `: ${shownCount(tally.pictures, tally.picturesBefore)}`;
    return '';
  };
  const clear = (): void => {
    if (isTerminal && current) write('\r\u001b[K');
  };
  const show = (): void => {
    if (!isTerminal || !current || clock() - shownAt < interval) return;
    shownAt = clock();
    write(`\r\u001b[K${current.name}${counted(current.name)} …`);
  };
  const end = (): void => {
    if (!current) return;
    clear();
    const { name, began } = current;
    const seconds = (clock() - began) / 1000;
    steps.push({ name, seconds });
    write(`${name}${counted(name)} (${seconds.toFixed(1)} s)\n`);
    current = undefined;
  };
  const step = (name: string): void => {
    end();
    current = { name, began: clock() };
    shownAt = -Infinity;
    show();
  };
  const tell = (text: string): void => {
    clear();
    write(`${text}\n`);
    shownAt = -Infinity;
    show();
  };

  return {
    tally,
    steps,
    step,
    end,
    tell,
    usedAgain: () => {
      tally.printed += 1;
      tally.printedBefore += 1;
    },
    log: ({ level, message }) => {
      const text = message.replaceAll(colours, '').trim();
      if (level === 'warn' || level === 'error') {
        if (!usual.test(text)) tell(text);
        return;
      }
      const begun = astroSteps.find(([mark]) => text.startsWith(mark))?.[1];
      if (begun !== undefined) step(begun);
      else if (text.startsWith('├─')) tally.printed += 1;
      else if (text.startsWith('▶')) {
        tally.pictures += 1;
        if (text.includes('cache entry)')) tally.picturesBefore += 1;
      }
      show();
    },
  };
};

/** What the summary counts beside what the log tells of. */
export interface Outcome {
  articles: number;
  heldBack: number;
  feeds: number;
  /** Files of pictures, cards among them. */
  pictures: number;
  cards: { printed: number; drawn: number };
  /** Bytes of the printed paper. */
  bytes: number;
}

/** How many of the slowest steps are named. */
const named = 3;

/** The summary at the end of a build, in a few lines. */
export const summaryOf = (
  { tally, steps }: Pick<Progress, 'tally' | 'steps'>,
  { articles, heldBack, feeds, pictures, cards, bytes }: Outcome,
): string => {
  const count = (number: number): string => number.toLocaleString('en');
  const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  const slowest = steps
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, named)
    .map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`);
  return [
    `${count(articles)} articles${heldBack > 0 ? `, ${count(heldBack)} held back` : ''}`,
    `${count(tally.printed - feeds)} pages, ${count(feeds)} feeds; ${count(tally.printedBefore)} of both used again`,
    `${count(pictures - cards.printed)} files of pictures, ${count(tally.pictures - tally.picturesBefore)} made anew; ` +
      `${count(cards.printed)} social cards, ${count(cards.drawn)} drawn anew`,
    `${(bytes / 1e6).toFixed(1)} MB in ${total.toFixed(1)} s; slowest: ${slowest.join(', ')}`,
  ].join('\n');
};
